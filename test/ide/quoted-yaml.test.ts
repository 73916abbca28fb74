import { describe, expect, test } from 'vitest';
import type { Service } from '#core/service-types.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import type { SourceId, TextEdit } from '#core/text/span.ts';
import { open } from '../support/open.ts';

/** A ConfigMap with the value of one key, in a fixture. */
const configMap = (value: string): string =>
  `*- cm.yaml\nspec: { queueManager: { name: QM1 } }\ndata:\n  a.mqsc: ${value}\n`;

const valueAfter = (service: Service, source: SourceId, edits: readonly TextEdit[]): string =>
  applyEdits(service.text(source) ?? '', edits).replace(/^.*?a\.mqsc: |\n$/gs, '');

/** The value after an accepted completion item. */
function accepted(value: string, label: string): string {
  const { service, source, offset } = open(configMap(value));
  const { items, replace } = service.completion(source, offset);
  const item = items.find((one) => one.label === label);
  expect(items.map((one) => one.label)).toContain(label);
  return valueAfter(service, source, [{ source, span: replace, newText: item?.insert ?? '' }]);
}

/** The value after the code action at the cursor whose title matches; undefined when none is offered. */
function acted(value: string, title: RegExp): string | undefined {
  const { service, source, offset } = open(configMap(value));
  const action = service.codeActions(source, { start: offset, end: offset }).find((one) => title.test(one.title));
  return action && valueAfter(service, source, action.edits);
}

function renamed(value: string, newName: string): string {
  const { service, source, offset } = open(configMap(value));
  const answer = service.rename(source, offset, newName);
  return answer.kind === 'refused' ? answer.reason : valueAfter(service, source, answer.edits);
}

describe('MQSC in quoted YAML', () => {
  test('completes verbs, attributes, values and names; the letter of an escape is none of the word', () => {
    expect(accepted(String.raw`"ALTER QMGR\nDEF$0"`, 'DEFINE')).toBe(String.raw`"ALTER QMGR\nDEFINE"`);
    expect(accepted(String.raw`"DEFINE QLOCAL(A) +\n DEFB$0"`, 'DEFBIND')).toContain('DEFBIND(');
    expect(accepted(`'DEFINE QLOCAL(A) DEFBIND(N$0)'`, 'NOTFIXED')).toBe(`'DEFINE QLOCAL(A) DEFBIND(NOTFIXED)'`);
    const names = String.raw`"DEFINE QLOCAL('in.q')\nDEFINE QALIAS(B) TARGET($0)"`;
    expect(accepted(names, 'in.q')).toBe(String.raw`"DEFINE QLOCAL('in.q')\nDEFINE QALIAS(B) TARGET('in.q')"`);
  });

  test('a name that MQSC must quote is quoted as YAML must write it', () => {
    const value = `'DEFINE QLOCAL(''in.q'') MAXDEPTH(1); DEFINE QALIAS(B) TARGET($0)'`;
    expect(accepted(value, 'in.q')).toContain(`TARGET(''in.q'')'`);
    const inside = `'DEFINE QLOCAL(''in.q''); DEFINE QALIAS(B) TARGET(''i$0'')'`;
    expect(accepted(inside, 'in.q')).toContain(`TARGET(''in.q'')'`);
  });

  test('hover, definition, outline and tokens stand at the characters of the file', () => {
    const { service, source, offset, text } = open(
      configMap(String.raw`"DEFINE QLOCAL('a.b')\nDEFINE QALIAS(B) TARGET('a$0.b')"`),
    );
    const at = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
    expect(at(service.hover(source, offset)?.span ?? { start: 0, end: 0 })).toBe(`TARGET('a.b')`);
    expect(service.definition(source, offset).map(({ target }) => at(target.span))).toEqual([`'a.b'`]);
    expect(service.references(source, offset)).toHaveLength(2);
    expect(service.semanticTokens(source).map(({ span }) => at(span))).toEqual([
      ...['DEFINE', 'QLOCAL', `'a.b'`],
      ...['DEFINE', 'QALIAS', 'B', 'TARGET', `'a.b'`],
    ]);
    expect(service.selectionRanges(source, offset).map(at)[0]).toBe('a.b');
  });

  test('renames, with quotes where MQSC needs them', () => {
    expect(renamed(String.raw`"DEFINE QLOCAL(A)\nDEFINE QALIAS(B) TARGET($0A)"`, 'new')).toBe(
      String.raw`"DEFINE QLOCAL('new')\nDEFINE QALIAS(B) TARGET('new')"`,
    );
    expect(renamed(`'DEFINE QLOCAL(''a''); DEFINE QALIAS(B) TARGET(''$0a'')'`, 'new')).toBe(
      `'DEFINE QLOCAL(''new''); DEFINE QALIAS(B) TARGET(''new'')'`,
    );
    expect(renamed(String.raw`"DEFINE QLOCAL(\x41$0B)"`, 'NEW')).toBe('"DEFINE QLOCAL(NEW)"');
  });

  test('fixes and rewritings are written as the scalar wants them', () => {
    expect(acted(`'DEFINE CHANNEL(A) CHLTYPE(SDR) CONNAME($0host-1)'`, /^Write/)).toBe(
      `'DEFINE CHANNEL(A) CHLTYPE(SDR) CONNAME(''host-1'')'`,
    );
    expect(acted(String.raw`"DEFINE CHANNEL(A) CHLTYPE(SDR) CONNAME(\"ho$0st\")"`, /^Write/)).toBeUndefined();
    expect(acted(String.raw`"DEFINE QLOCAL(A$0) DESCR('x')\nALTER QMGR"`, /^Add REPLACE/)).toBe(
      String.raw`"DEFINE QLOCAL(A) DESCR('x') REPLACE\nALTER QMGR"`,
    );
    expect(acted(`'DEFINE QLOCAL(A$0) DESCR(''x'')'`, /^Add REPLACE/)).toBe(`'DEFINE QLOCAL(A) DESCR(''x'') REPLACE'`);
    expect(acted(`'DEFINE CHANNEL(A) DESCR(''it''''s'') CHL$0TYPE(SVRCONN)'`, /^Move CHLTYPE/)).toBe(
      `'DEFINE CHANNEL(A) CHLTYPE(SVRCONN) DESCR(''it''''s'')'`,
    );
  });

  test('what cannot be written there is not offered', () => {
    expect(acted(`"DEFINE QLOCAL(A$0) PUT(ENABLED) GET(ENABLED) DESCR('x')"`, /line of its own/)).toBeUndefined();
    expect(acted(`'DEFINE QLOCAL(A$0) * a comment'`, /comment/)).toBeUndefined();
    expect(acted(`'DEFINE QLOCAL(A$0)'`, /^Write out the \d+ defaults/)).toBeUndefined();
  });

  test('formatting leaves it alone, and typing too', () => {
    const { service, source, offset } = open(configMap(String.raw`"define   qlocal(A)   descr('x')\n$0"`));
    expect(service.format(source)).toEqual([]);
    expect(service.formatOnType(source, offset)).toEqual([]);
  });
});
