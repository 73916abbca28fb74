import type { AttributeFacts } from '#core/facts/facts.ts';
import { allObjects, allVerbs, commandFacts, commandsOfVerb, parameterFacts } from '#core/facts/lookup.ts';
import type { Random } from './random.ts';

/** Text that looks like MQSC: mostly right, often wrong in one place, now and then nothing like it. */
export function makeMqsc(random: Random, most = 6): string {
  const head = random.oneIn(6) ? random.pick(heads) : '';
  const lineEnd = random.oneIn(12) ? '\r\n' : '\n';
  const text = head + random.some(most, () => makeCommand(random) + random.pick(ends));
  return lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
}

/** One command without its line end. */
export function makeCommand(random: Random): string {
  if (random.oneIn(25)) return random.some(12, () => random.pick(nasty));
  const verb = random.oneIn(2) ? random.pick(usualVerbs) : (random.any(allVerbs()) ?? 'DEFINE');
  const row = random.any(commandsOfVerb(verb));
  const object = random.oneIn(3)
    ? random.pick(usualObjects)
    : random.oneIn(20)
      ? random.any(allObjects())
      : row?.object;
  if (object === undefined) return verb;
  const known = commandFacts(verb, object)?.parameters ?? row?.parameters ?? [];
  const attributes = random.some(6, () => {
    const keyword = random.oneIn(15)
      ? random.pick(['CLUSTER', 'LIKE', 'CHLTYPE', 'XYZZY', 'FORCE'])
      : random.any(known);
    if (keyword === undefined) return '';
    return random.pick(blanks) + makeParameter(random, keyword, parameterFacts(verb, object, keyword));
  });
  const type = object === 'CHANNEL' && random.oneIn(2) ? ` CHLTYPE(${random.pick(channelTypes)})` : '';
  return `${cased(random, verb)} ${cased(random, object)}${makeName(random)}${type}${attributes}`;
}

/** One of the names that other files use too, or something harder. */
export const makeWord = (random: Random): string => (random.oneIn(8) ? random.pick(oddNames) : random.pick(names));

const makeName = (random: Random): string => (random.oneIn(15) ? '' : `${random.pick(opens)}${makeWord(random)})`);

function makeParameter(random: Random, keyword: string, facts: AttributeFacts | undefined): string {
  const written = cased(random, random.oneIn(6) ? (random.any(facts?.synonyms ?? []) ?? keyword) : keyword);
  if (facts?.type === 'flag' && !random.oneIn(10)) return written;
  const value = makeValue(random, facts);
  return `${written}${random.pick(opens)}${value}${random.oneIn(40) ? '' : ')'}`;
}

function makeValue(random: Random, facts: AttributeFacts | undefined): string {
  if (random.oneIn(12)) return random.some(4, () => random.pick(nasty));
  const listed = random.any(facts?.values ?? []);
  if (listed !== undefined && !random.oneIn(8)) return cased(random, listed.value);
  if (facts?.type.startsWith('integer') && !random.oneIn(8))
    return random.pick([String(facts.min ?? 0), String(facts.max ?? 1), '5', '-1', '999999999999', '007', '1e3']);
  if (facts?.type.endsWith('List')) return Array.from({ length: random.below(4) }, () => makeWord(random)).join(',');
  if (facts?.references || random.oneIn(3)) return makeWord(random);
  return random.pick(texts);
}

function cased(random: Random, word: string): string {
  const how = random.below(12);
  if (how < 8) return word;
  if (how < 10) return word.toLowerCase();
  return how === 10
    ? word.slice(0, 1 + random.below(word.length))
    : `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`;
}

const usualVerbs = ['DEFINE', 'DEFINE', 'DEFINE', 'ALTER', 'DELETE', 'DISPLAY', 'SET', 'START', 'DEF', 'dis'] as const;
const usualObjects = [
  'QLOCAL',
  'QLOCAL',
  'QLOCAL',
  'QALIAS',
  'QREMOTE',
  'CHANNEL',
  'CHANNEL',
  'QMGR',
  'NAMELIST',
] as const;
const channelTypes = ['CLUSRCVR', 'CLUSSDR', 'SDR', 'RCVR', 'SVRCONN', 'NONE'] as const;
const names = ['Q1', 'Q1', 'ORDERS', 'ORDERS', 'REPLIES', 'DLQ', 'CL', 'QM1', 'QM2', 'CL.QM1', 'CL.QM2', 'NL'] as const;
const oddNames = [
  "'Mixed.Case'",
  "'mixed.case'",
  '+QMNAME+',
  '+AUTOCL+.+QMNAME+',
  '+X',
  '+',
  '{{ name }}',
  "'{{ x }}.Q'",
  '$' + '{Q}',
  '@@X@@',
  '%X%',
  '__X__',
  '<X>',
  '*',
  "'*'",
  "''",
  '',
  'SYSTEM.DEFAULT.LOCAL.QUEUE',
  'A'.repeat(49),
  "'a b'",
  'é',
  '\u{1f4ec}',
  '{{',
  '}}',
  '<>',
  '%%',
  '"Q1"',
  '__proto__',
  'constructor',
  "'toString'",
  'Q(1)',
  'q1',
  '$' + '{',
  '{% if x %}',
  '\ud83d',
] as const;
const texts = [
  "'two words'",
  "'it''s'",
  "'split + \n  here'",
  "'and-\n  here'",
  "';'",
  'X',
  '1',
  "'host(1414),b(1415)'",
  'host(1414)',
  'CURDEPTH GT 0',
  `'${'x'.repeat(80)}'`,
  "'* (1414)'",
  "'open",
  'a b c',
  '"dq"',
  "'\t'",
  "'\u2028'",
  'QM1,QM2',
  "'a',,'b'",
] as const;
const opens = ['(', '(', '(', '(', ' (', '( ', '  (  ', ' +\n  (', '(+\n', '\t('] as const;
const blanks = [
  ' ',
  ' ',
  ' ',
  '  ',
  ' +\n',
  ' +\n   ',
  ' -\n',
  ' - \n\t',
  ', ',
  ' +\n* a comment\n',
  ' +\n\n  ',
  '\n',
  '',
  '+\n',
  ' + \n',
] as const;
const ends = [
  '\n',
  '\n',
  '\n',
  '\n',
  ';\n',
  ' \n',
  '\n\n',
  '\n* comment +\n',
  '\n  ',
  '',
  '; ',
  '\nEND\n',
  '\n* @qmgr QM2\n',
  ' +\n',
  '\r',
  '\n#no\n',
  '\n* @ignore clone-defbind-differs: known\n',
  '\n* @ignore-file x\n',
  '\n* @ordering sequence: prices\n',
  ' * late\n',
  '\n  * in\n',
  '\n{# c\n#}\n',
  '\n{{/* c */}}\n',
  '\n{{- if .Values.x }}\n',
  '\n{{- end }}\n',
  '\n<<< 1 : x\n',
] as const;
const heads = [
  '\ufeff',
  '* @qmgr QM1\n',
  '* Script generated on 2024-01-02 at 03.04.05\n* Script generated by user mqm on host h\n* Queue manager name: QM1\n* Queue manager platform: UNIX\n* Queue manager command level: (940/940)\n* Command issued: dmpmqcfg -m QM1 -o mqsc\n',
  '*******\n* Queue manager definition\n*******\n',
  'CSQU000I CSQUTIL IBM MQ for z/OS V9.4\nCSQU055I Target queue manager is P1\n',
  '5724-H72 (C) Copyright IBM Corp.\nStarting MQSC for queue manager QM1.\n\n     1 : ',
  '{{- define "x" }}\n',
] as const;
const nasty = [
  '(',
  ')',
  "'",
  "''",
  '"',
  ' ',
  '\n',
  ' +\n',
  '-\n',
  '+\r\n',
  '\t',
  ';',
  '\n* c\n',
  '*',
  '--',
  'END',
  '+QMNAME+',
  '{{ x }}',
  '{#',
  '#}',
  '$' + '{x}',
  '<X>',
  ',',
  'é',
  '\ufeff',
  '\u00a0',
  '\u0000',
  '\u2028',
  '\ud83d',
  '\u{1f600}',
  'DEFINE',
  'QLOCAL(A)',
  '\r',
  '\u0085',
  '\f',
  '/*',
  '*/',
  '0',
  '\\',
] as const;
