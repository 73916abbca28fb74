import { existsAt } from '#core/facts/exists-at.ts';
import { attributeFacts, attributesOf, positiveKeyword } from '#core/facts/lookup.ts';
import { effective } from '#core/model/effective.ts';
import type { CloneGroup, EffectiveValue, Estate, MqObject } from '#core/model/model.ts';
import { type Difference, differenceIn } from '#core/rules/parts/difference.ts';
import type { Finding } from '#core/rules/rule.ts';
import type { Placer } from '../resolution-markdown.ts';
import { cloneGroup } from './clone-group.ts';
import type {
  CloneComparison,
  CloneName,
  ComparedCell,
  ComparedRow,
  ComparedSection,
  Importance,
} from './comparison.ts';
import { importances, type RuleSeverities, rulesComparing, worst } from './importance.ts';
import { type ClonePart, groupOf, partsOf } from './parts.ts';

export interface CompareContext {
  readonly estate: Estate;
  /** Of all sources. */
  readonly findings: Iterable<readonly Finding[]>;
  readonly settings: RuleSeverities;
  readonly place: Placer;
}

/** All instances of a cluster queue or topic and what stands beside them, attribute by attribute; undefined when there is no instance. */
export function compareClones(of: CloneName, context: CompareContext): CloneComparison | undefined {
  const { estate } = context;
  const group = cloneGroup(of, estate);
  if (!group) return undefined;
  const members = estate.clusters.get(group.cluster)?.members ?? [];
  const findings = [...context.findings].flat().filter((finding) => finding.group === 'clones');
  return {
    of,
    hosts: group.instances.map(({ queueManager, object }) => ({
      queueManager: queueManager.name,
      host: queueManager.host,
      isFullRepository: members.some((one) => one.queueManager === queueManager && one.isFullRepository),
      reason: queueManager.reason,
      at: object.nameAt,
    })),
    sections: partsOf(group, estate).map((part) => sectionOf(part, group, findings, context)),
  };
}

function sectionOf(
  part: ClonePart,
  group: CloneGroup,
  findings: readonly Finding[],
  { estate, settings, place }: CompareContext,
): ComparedSection {
  const side = groupOf(part, group);
  const wanted = part.of ? importances(part.of, estate, settings) : new Map<string, Importance>();
  const comparing = part.of ? rulesComparing(part.of) : new Set<string>();
  const reported = findings.filter(({ subject }) => subject?.queue === part.subject);
  const rows = keywordsOf(part.objects).flatMap((keyword): readonly ComparedRow[] => {
    const difference = differenceIn(side, keyword);
    const cells = part.objects.map((object) => cellOf(object, keyword, difference, place));
    if (cells.every(({ state }) => state === 'none' || state === 'missing' || state === 'unknown')) return [];
    const told = reported.filter(({ code, subject }) => comparing.has(code) && subject?.attribute === keyword);
    return [
      {
        keyword,
        description: descriptionOf(part.objects, keyword),
        importance: difference ? worst(told) : (wanted.get(keyword) ?? 'may'),
        isDifferent: difference !== undefined,
        codes: codesOf(told),
        cells,
      },
    ];
  });
  return { id: part.id, title: part.title, rows: inOrder([...wholeRows(part, reported), ...rows]) };
}

/** What differs in the objects as a whole: that there is one, and its type. */
function wholeRows(part: ClonePart, reported: readonly Finding[]): readonly ComparedRow[] {
  const isNamed = part.role === 'named';
  const told = reported.filter(({ code, subject }) =>
    isNamed ? code === 'clone-support-object-missing' && subject?.attribute === part.id : code === 'clone-kind-differs',
  );
  const texts = part.objects.map((object) => (object ? `${object.type}${isNamed ? ` ${object.name}` : ''}` : ''));
  const types = new Set(part.objects.map((object) => object?.type));
  if (!isNamed && (part.role !== 'instance' || types.size < 2)) return [];
  const isMost = (type: string) =>
    part.objects.filter((object) => object?.type === type).length * 2 > part.objects.filter((object) => object).length;
  return [
    {
      keyword: isNamed ? 'Object' : 'Type',
      description: isNamed ? `What ${part.id} names on each queue manager.` : 'What kind of queue each instance is.',
      importance: worst(told),
      isDifferent: types.size > 1,
      codes: codesOf(told),
      cells: part.objects.map((object, index) => ({
        text: texts[index] ?? '',
        state: object ? 'written' : 'missing',
        from: '',
        at: object?.nameAt,
        isOdd: object === undefined || !isMost(object.type),
        canChange: false,
      })),
    },
  ];
}

const codesOf = (findings: readonly Finding[]): readonly string[] => [...new Set(findings.map(({ code }) => code))];

/** Differences first, and of these what must match; else as in MQ's reference. */
const inOrder = (rows: readonly ComparedRow[]): readonly ComparedRow[] =>
  rows.toSorted((a, b) => Number(b.isDifferent) - Number(a.isDifferent) || order[a.importance] - order[b.importance]);

const order: Readonly<Record<Importance, number>> = { must: 0, should: 1, may: 2 };

/** The attributes that objects of these types can have, and what commands wrote besides. */
function keywordsOf(objects: readonly (MqObject | undefined)[]): readonly string[] {
  const there = objects.filter((object) => object !== undefined);
  const known = there.flatMap((object) =>
    attributesOf(object.type)
      .filter((facts) => facts.kind === 'attribute' && !facts.displayOnly && existsAt(facts, object))
      .map(({ keyword }) => positiveKeyword(object.type, keyword)),
  );
  const written = there.flatMap((object) => [...object.written.keys()]);
  return [...new Set([...known, ...written])].filter((keyword) => keyword !== 'CHLTYPE');
}

const descriptionOf = (objects: readonly (MqObject | undefined)[], keyword: string): string => {
  for (const object of objects) {
    const description = object && attributeFacts(object.type, keyword)?.description;
    if (description) return description;
  }
  return '';
};

function cellOf(
  object: MqObject | undefined,
  keyword: string,
  difference: Difference | undefined,
  place: Placer,
): ComparedCell {
  const empty = { text: '', from: '', at: object?.nameAt, isOdd: false, canChange: false };
  if (!object) return { ...empty, state: 'missing' };
  const facts = attributeFacts(object.type, keyword);
  const value = effective(object, keyword);
  if (!value || (value.origin.kind === 'default' && facts && !existsAt(facts, object)))
    return { ...empty, state: facts && existsAt(facts, object) ? 'unknown' : 'none' };
  const reading = difference?.readings.find(({ instance }) => instance.object === object);
  return {
    text: facts?.secret && value.value !== '' ? '•••' : value.value,
    state: value.isOpen ? 'open' : value.origin.kind,
    from: fromWords(value, place),
    at: value.origin.kind === 'default' ? object.nameAt : (value.origin.at ?? object.nameAt),
    isOdd: reading !== undefined && (difference?.odd.includes(reading) ?? false),
    canChange: reading !== undefined && !facts?.secret,
  };
}

function fromWords({ origin }: EffectiveValue, place: Placer): string {
  if (origin.kind === 'default') return origin.from;
  if (origin.kind === 'like') return `LIKE(${origin.object})`;
  return place(origin.at.source, origin.at.span.start);
}
