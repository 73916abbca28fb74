import { stepsOf } from '#core/estate/match-path.ts';
import type { SourceId } from '#core/text/span.ts';

/** Queue manager names that the estate knows, by upper-case name, in the spelling that counts. */
export type KnownNames = ReadonlyMap<string, string>;

/**
 * The queue manager that a file's name stands for: a known name that is a part of it, else what is left of it without
 * words such as config or setup, as long as MQ takes that for a name.
 */
export const nameFromFile = (source: SourceId, known: KnownNames): string | undefined =>
  nameFromLabel(stemOf(source), known);

/** The same for the folder; farther folders count only when their name is known. */
export function nameFromFolder(source: SourceId, known: KnownNames): string | undefined {
  const folders = stepsOf(source).slice(0, -1).toReversed();
  for (const folder of folders) {
    const name = knownPart(folder, known);
    if (name) return name;
  }
  return folders[0] === undefined ? undefined : nameFromLabel(folders[0], known);
}

/** The same for a Kubernetes resource, whose name cannot be upper case and often strings several words together. */
export function nameFromResource(label: string, known: KnownNames): string | undefined {
  if (!/^[\w./%-]+$/.test(label)) return undefined;
  return knownPart(label, known) ?? (withoutGenericParts(label).join('-') || undefined);
}

function nameFromLabel(label: string, known: KnownNames): string | undefined {
  const part = knownPart(label, known);
  if (part) return part;
  const [only, another] = withoutGenericParts(label);
  return only !== undefined && another === undefined && isName(only) ? only : undefined;
}

function knownPart(label: string, known: KnownNames): string | undefined {
  const parts = [label, ...label.split(/[-~ ]/), ...label.split(/[-~ _.]/)];
  for (const part of parts) {
    const name = known.get(part.toUpperCase());
    if (name !== undefined) return name;
  }
  return undefined;
}

const withoutGenericParts = (label: string): readonly string[] =>
  label.split(/[-~ ]/).filter((part) => part !== '' && !part.split(/[_.]/).every(isGeneric));

/** IBM: "Rules for naming IBM MQ objects". */
const isName = (text: string): boolean => /^[A-Za-z0-9./_%]{1,48}$/.test(text);

const isGeneric = (word: string): boolean => /^\d*$/.test(word) || genericWords.has(word.toLowerCase());

/** `conf/10-QM1.mqsc.tpl` → `10-QM1`. */
function stemOf(source: SourceId): string {
  let stem = stepsOf(source).at(-1) ?? '';
  while (extension.test(stem)) stem = stem.replace(extension, '');
  return stem;
}

const extension = /(?<=.)\.(mqsc|mqs|tst|tpl|j2|in|txt|template|ya?ml|ya?ml_template)$/i;

/** Words that people give to files about any queue manager. */
const genericWords: ReadonlySet<string> = new Set(
  `add all alter auth authority auto base basic cfg ccdt channel channels chl cluster clusters cm command commands common
  conf config configmap configs configuration configure create data def default defaults define definition definitions
  defs deploy deployment dev developer dump dynamic env etc example examples file files full incubating infra init initial
  install k8s kubernetes labfiles listener listeners local main manifest manifests mq mqm mqs mqsc mqseries namelist
  objects ops part part1 part2 playbook playbooks prod production qa qm qmgr qmgrs qmconfig queue queuemanager
  queuemanagers queues resource resources run sample samples saveqmgr script scripts secure security server service
  services setup shared source sources src staging start startup static system template templates test tests tls topic
  topics user users values`.split(/\s+/),
);
