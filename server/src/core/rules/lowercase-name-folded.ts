import type { Estate } from '#core/model/model.ts';
import { quoted } from '#core/syntax/quote-if-needed.ts';
import {
  type Command,
  type CommandBody,
  commandsOf,
  type Document,
  spanIn,
  type ValueItem,
} from '#core/syntax/tree.ts';
import { kept } from '#core/text/kept.ts';
import { namesIn } from './parts/mq-names.ts';
import { perQueueManager } from './parts/per-queue-manager.ts';
import { resolveCommand } from './parts/resolved-command.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const lowercaseNameFolded: Rule = {
  code: 'lowercase-name-folded',
  group: 'language',
  severity: 'hint',
  title: 'A name in lower case becomes upper case.',
  docs: {
    behaviour:
      "Without quotes MQ folds letters to upper case: `DEFINE QLOCAL(orders)` makes the queue `ORDERS`. With quotes (`'orders'`) the case stays, and that is another queue.",
    harm: 'Applications that open `orders` get 2085 (MQRC_UNKNOWN_OBJECT_NAME): MQ’s names are case-sensitive. When the quoted name exists as well, this command is for another object than it seems; then the finding is a warning.',
    remedy: 'Write the name in upper case, or quote it.',
    exception: 'You know that the name is folded; a hint changes nothing.',
    mqSays: '2085 (MQRC_UNKNOWN_OBJECT_NAME), later and elsewhere',
    sources: [
      'MQSC Command Reference (SC33-1369), Rules for using MQSC commands',
      'IBM MQ: Rules for naming IBM MQ objects',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      let quotedOnes: ReadonlySet<string> | undefined;
      for (const document of estate.documents.values()) {
        for (const folded of foldedIn(document)) {
          quotedOnes ??= quotedNames(estate);
          const finding = findingFor(document, folded, quotedOnes);
          if (finding) yield finding;
        }
      }
    },
  },
};

const findingFor = (
  { source }: Document,
  { command, item, isOwnName }: FoldedName & { readonly command: Command },
  quotedOnes: ReadonlySet<string>,
): EstateFinding | undefined => {
  const existsQuoted = quotedOnes.has(item.written);
  if (!existsQuoted && !isOwnName) return undefined;
  const span = spanIn(command, item.span);
  return {
    at: { source, span },
    message: existsQuoted
      ? `Without quotes this is ${item.text}, and not the object '${item.written}' that is defined as well.`
      : `Without quotes this name is ${item.text}.`,
    ...(existsQuoted && { severity: 'warning' }),
    fixes: [item.text, quoted(item.written)].map((newText) => ({
      title: `Write ${newText}`,
      edits: [{ source, span, newText }],
    })),
  };
};

interface FoldedName {
  readonly item: ValueItem;
  readonly isOwnName: boolean;
}

/** Of all commands; kept with the document, as an edit leaves most of them alone. */
const foldedIn = (document: Document) => {
  const known = keptByDocument.get(document);
  if (known) return known;
  const found = [...commandsOf(document)].flatMap((command) =>
    foldedNames(command.body).map((folded) => ({ ...folded, command })),
  );
  keptByDocument.set(document, found);
  return found;
};

const keptByDocument = new WeakMap<Document, readonly (FoldedName & { readonly command: Command })[]>();

const noNames: readonly FoldedName[] = [];
const keptByBody = new WeakMap<CommandBody, readonly FoldedName[]>();

/** Names without quotes that hold a lower-case letter, in DEFINE and in what refers to other objects. */
const foldedNames = (body: CommandBody): readonly FoldedName[] =>
  kept(keptByBody, body, () => {
    const command = hasFolding(body.raw) ? resolveCommand(body) : undefined;
    const folded = Array.from(command ? namesIn(command) : [])
      .filter(({ item }) => item.kind === 'word' && item.written !== item.text)
      .map(({ item, isOwnName }) => ({ item, isOwnName: isOwnName && command?.verb === 'DEFINE' }));
    return folded.length === 0 ? noNames : folded;
  });

/** Whether a lower-case letter stands outside of quotes: where a quote is left open, one may. */
const hasFolding = (raw: string): boolean => /[a-z]/.test(raw.replaceAll(/'[^']*'/g, ''));

/** Names of objects that a script wrote in quotes because they hold lower-case letters. */
const quotedNames = (estate: Estate): ReadonlySet<string> =>
  new Set([...estate.queueManagers.values()].flatMap((queueManager) => [...mixedNamesOf(queueManager)]));

const mixedNamesOf = perQueueManager(({ objects }): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const space of ['queue', 'channel', 'topic', 'process', 'namelist', 'listener', 'service'] as const)
    for (const { name } of objects.all(space)) if (name !== name.toUpperCase()) names.add(name);
  return names;
});
