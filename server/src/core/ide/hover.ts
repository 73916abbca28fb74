import { attributeFacts, commandFacts, parameterFacts, positiveKeyword } from '#core/facts/lookup.ts';
import { effective, effectiveText } from '#core/model/effective.ts';
import type { EffectiveValue, Estate, MqObject } from '#core/model/model.ts';
import { objectOfCommand } from '#core/model/object-of-command.ts';
import { assignmentAt, ownersAt } from '#core/model/owner-at.ts';
import { type Command, type Document, type Parameter, spanIn, type ValueItem } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import type { Hover } from './answers.ts';
import { attributeMarkdown } from './attribute-markdown.ts';
import { groupsDefinedBy } from './clones/groups-defined-by.ts';
import { commandMarkdown } from './command-markdown.ts';
import { cursorAt } from './cursor.ts';
import { namesIn } from './names/command-names.ts';
import { nameMarkdown, type Placer, partnerMarkdown, routeMarkdown } from './resolution-markdown.ts';

export type { Placer };

/** What stands under the offset: a verb, an object with what became of it, an attribute with its effective value. */
export function hover(document: Document, offset: number, estate: Estate, place: Placer): Hover | undefined {
  const cursor = cursorAt(document, offset);
  if (cursor.kind === 'outside' || cursor.kind === 'gap') return undefined;
  const { command } = cursor;
  if (cursor.kind === 'verb') return verbHover(command);
  const { parameter } = cursor;
  const content =
    parameter === command.body.object
      ? objectContent(command, document.source, estate, place)
      : [
          attributeContent(command, parameter, document.source, estate, place),
          cursor.kind === 'value' && cursor.item
            ? nameContent(command, cursor.item, document.source, estate, place)
            : undefined,
        ]
          .filter((part) => part)
          .join('\n\n---\n\n');
  if (!content) return undefined;
  const span = spanIn(command, parameter.span);
  if (parameter !== command.body.object) return { span, content };
  return {
    span,
    content,
    queueManagers: ownersAt(estate, document.source, command.start).map(({ name }) => name),
    clones: groupsDefinedBy(command, document, estate)
      .filter(({ instances }) => instances.length > 1)
      .map(({ queue, cluster }) => ({ kind: 'queue', name: queue, cluster })),
  };
}

function verbHover(command: Command): Hover | undefined {
  const { verb, verbName, objectName } = command.body;
  if (!verb || !verbName) return undefined;
  return { span: spanIn(command, verb.span), content: commandMarkdown(verbName, objectName ?? '') };
}

function attributeContent(
  command: Command,
  parameter: Parameter,
  source: SourceId,
  estate: Estate,
  place: Placer,
): string | undefined {
  const { verbName, objectName } = command.body;
  if (!objectName) return undefined;
  const facts =
    (verbName && parameterFacts(verbName, objectName, parameter.keyword)) ||
    attributeFacts(objectName, parameter.keyword);
  if (!facts) return undefined;
  const platform = ownersAt(estate, source, command.start)[0]?.platform ?? 'multi';
  const object = objectOfCommand(command, source, estate);
  const keyword = positiveKeyword(objectName, facts.keyword);
  const value = object && facts.kind === 'attribute' ? effective(object, keyword) : undefined;
  const effect = object && value ? `${effectLine(object, keyword, value, place)}\n\n` : '';
  return `**${facts.keyword}**\n\n${effect}${attributeMarkdown(facts, platform)}`;
}

/** What the name under the caret leads to. */
function nameContent(
  command: Command,
  item: ValueItem,
  source: SourceId,
  estate: Estate,
  place: Placer,
): string | undefined {
  const start = command.start + item.span.start;
  const use = namesIn(command, source, estate).find(({ span }) => span.start === start);
  return use && nameMarkdown(use, estate, place);
}

function effectLine(object: MqObject, keyword: string, value: EffectiveValue, place: Placer): string {
  const shown = value.value === '' ? 'blank' : `\`${value.value}\``;
  const owner = object.type === 'QMGR' ? object.queueManager : `${object.name} on ${object.queueManager}`;
  return `Effective on ${owner}: ${keyword} is ${shown} — ${originWords(value, place)}.`;
}

function originWords({ origin }: EffectiveValue, place: Placer): string {
  if (origin.kind === 'default') return `default (${origin.from})`;
  if (origin.kind === 'like') return `taken from LIKE(${origin.object})`;
  return `set at ${place(origin.at.source, origin.at.span.start)}`;
}

function objectContent(command: Command, source: SourceId, estate: Estate, place: Placer): string | undefined {
  const { objectName, verbName } = command.body;
  if (!objectName) return undefined;
  const object = objectOfCommand(command, source, estate);
  const page = commandFacts(verbName ?? '', objectName)?.docPage;
  const assignment = assignmentAt(estate, source, command.start);
  const owner = assignment?.queueManagers.length
    ? `Queue manager ${assignment.queueManagers.join(', ')} (${assignment.reason}).`
    : 'No queue manager is known for this text.';
  return [
    `**${object && objectName !== 'QMGR' ? `${object.type} ${object.name}` : objectName}**`,
    owner,
    object ? clusterLines(object, estate, place) : '',
    object && isQueue(object) ? routeMarkdown(object, estate, place) : '',
    object?.type === 'CHANNEL' ? partnerMarkdown(object, estate, place) : '',
    page ? `[IBM documentation](${page})` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** On a clustered queue: all its instances side by side, the attributes that decide routing and those in which they differ. */
function clusterLines(object: MqObject, estate: Estate, place: Placer): string {
  const groups = [...estate.clusters.values()].flatMap((cluster) => {
    const group = cluster.cloneGroups.get(object.name);
    return group && isQueue(object) ? [group] : [];
  });
  return groups
    .map(({ cluster, instances }) => {
      const objects = instances.map((instance) => instance.object);
      const rows = comparedKeywords(objects).map((keyword) => {
        const values = objects.map((o) => effectiveText(o, keyword));
        const differs = new Set(values).size > 1;
        return `| ${differs ? `**${keyword}**` : keyword} | ${values.map((v) => (differs ? `**${cell(v)}**` : cell(v))).join(' | ')} |`;
      });
      const head = `| ${cluster} | ${instances.map((i) => `${i.queueManager.name} (${place(i.object.nameAt.source, i.object.nameAt.span.start)})`).join(' | ')} |`;
      return [
        `${instances.length} instance${instances.length === 1 ? '' : 's'} in cluster ${cluster}:`,
        '',
        head,
        `|${' --- |'.repeat(instances.length + 1)}`,
        ...rows,
      ].join('\n');
    })
    .join('\n\n');
}

/** A value as a cell of a table; as code it keeps its distance to the next column, and what looks like Markdown in it stays as it is. */
const cell = (value: string): string =>
  value === '' ? '–' : `\`${value.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

const isQueue = (object: MqObject): boolean => object.type.startsWith('Q') && object.type !== 'QMGR';

/** What differs comes first: an editor may cut a long hover off. */
function comparedKeywords(objects: readonly MqObject[]): readonly string[] {
  const written = new Set(objects.flatMap((o) => [...o.written.keys()]));
  const differs = (keyword: string) => new Set(objects.map((o) => effectiveText(o, keyword))).size > 1;
  const differing = [...written].filter((keyword) => keyword !== 'CLUSTER' && differs(keyword));
  const compared = [...new Set([...decisive, ...differing])];
  return [...compared.filter(differs), ...compared.filter((keyword) => !differs(keyword))];
}

const decisive: readonly string[] = ['DEFBIND', 'DEFPSIST', 'DEFPRTY', 'PUT', 'CLWLPRTY', 'CLWLRANK', 'CLWLUSEQ'];
