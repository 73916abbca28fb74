import { recordIdentities } from '#core/model/execute.ts';
import type { Style } from './style.ts';

/** What `mqsc model --format json --origin` tells, as far as two of them are compared. */
export type ModelTable = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, ModelValue>>>;

export interface ModelValue {
  readonly value: string;
  readonly origin: string;
}

export type Change = 'added' | 'removed' | 'changed';

/** Effective definitions that are not what they were; defaults count, however a value came about does not. */
export interface ModelDiff {
  readonly queueManagers: readonly {
    readonly name: string;
    readonly change: Change;
    readonly objects: readonly ObjectDiff[];
  }[];
  readonly summary: { readonly added: number; readonly removed: number; readonly changed: number };
}

export interface ObjectDiff {
  /** `QLOCAL(ORDERS)`, `QMGR`; records that share a name have what tells them apart behind it. */
  readonly object: string;
  readonly change: Change;
  /** Of an object that is new or gone, what commands had set. */
  readonly attributes: readonly {
    readonly keyword: string;
    readonly old: ModelValue | undefined;
    readonly new: ModelValue | undefined;
  }[];
}

/** Takes in the value that `modelJson` makes with origins, or its JSON; undefined when it is something else. */
export function readModelTable(model: unknown): ModelTable | undefined {
  if (!isRecord(model) || !isRecord(model.queueManagers)) return undefined;
  const table = new Map<string, Map<string, ReadonlyMap<string, ModelValue>>>();
  for (const [name, queueManager] of Object.entries(model.queueManagers)) {
    if (!isRecord(queueManager) || !Array.isArray(queueManager.objects)) return undefined;
    const objects = new Map<string, ReadonlyMap<string, ModelValue>>();
    const own = { type: 'QMGR', name: undefined, attributes: queueManager.attributes };
    for (const object of [own, ...queueManager.objects]) {
      const attributes = isRecord(object) ? readAttributes(object.attributes) : undefined;
      if (!attributes) return undefined;
      objects.set(nameOf(object.type, object.name, attributes), attributes);
    }
    table.set(name, objects);
  }
  return table;
}

export function modelDiff(before: ModelTable, after: ModelTable): ModelDiff {
  const queueManagers = keysOf(before, after).flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    const objects = keysOf(old ?? new Map(), now ?? new Map()).flatMap((object) =>
      objectDiff(object, old?.get(object), now?.get(object)),
    );
    const change = changeOf(old, now);
    return change === 'changed' && objects.length === 0 ? [] : [{ name, change, objects }];
  });
  const all = queueManagers.flatMap(({ objects }) => objects);
  const count = (change: Change) => all.filter((object) => object.change === change).length;
  return { queueManagers, summary: { added: count('added'), removed: count('removed'), changed: count('changed') } };
}

/** The same for people: a line for each object with `+`, `-` or `~`, and what became of its attributes below. */
export function modelDiffText({ queueManagers, summary }: ModelDiff, style: Style): string {
  const mark: Readonly<Record<Change, string>> = {
    added: style.green('+'),
    removed: style.red('-'),
    changed: style.yellow('~'),
  };
  const lines = queueManagers.flatMap(({ name, change, objects }) => [
    `${change === 'changed' ? ' ' : mark[change]} ${style.bold(name)}`,
    ...objects.flatMap((object) => [
      `  ${mark[object.change]} ${object.object}`,
      ...object.attributes.map(({ keyword, old, new: now }) => {
        const [was, is] = [old && `'${old.value}'`, now && `'${now.value}'`];
        const values = object.change === 'changed' ? `${was ?? 'not known'} → ${is ?? 'not known'}` : (is ?? was);
        return `      ${keyword} ${values} ${style.dim(`— ${(now ?? old)?.origin}`)}`;
      }),
    ]),
  ]);
  const { added, removed, changed } = summary;
  const isSame = queueManagers.length === 0;
  const last = isSame ? 'no differences' : `${added} added, ${removed} removed, ${changed} changed`;
  return `${[...lines, last].join('\n')}\n`;
}

function objectDiff(
  object: string,
  old: ReadonlyMap<string, ModelValue> | undefined,
  now: ReadonlyMap<string, ModelValue> | undefined,
): readonly ObjectDiff[] {
  const change = changeOf(old, now);
  const attributes = keysOf(old ?? new Map(), now ?? new Map())
    .map((keyword) => ({ keyword, old: old?.get(keyword), new: now?.get(keyword) }))
    .filter((one) =>
      change === 'changed' ? one.old?.value !== one.new?.value : !(one.old ?? one.new)?.origin.startsWith('default'),
    );
  // A queue manager always has its own attributes: it is not they that are new or gone.
  const isNothing = attributes.length === 0 && (change === 'changed' || object === 'QMGR');
  return isNothing ? [] : [{ object, change, attributes }];
}

const changeOf = (old: unknown, now: unknown): Change =>
  old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';

const keysOf = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): readonly string[] => [
  ...new Set([...a.keys(), ...b.keys()]),
];

function readAttributes(attributes: unknown): ReadonlyMap<string, ModelValue> | undefined {
  if (!isRecord(attributes)) return undefined;
  const entries = Object.entries(attributes);
  const values = entries.flatMap(([keyword, value]) => (isModelValue(value) ? [[keyword, value] as const] : []));
  return values.length === entries.length ? new Map(values) : undefined;
}

function nameOf(type: unknown, name: unknown, attributes: ReadonlyMap<string, ModelValue>): string {
  const head = name === undefined ? String(type) : `${type}(${name})`;
  if (type === 'CHANNEL') return attributes.get('CHLTYPE')?.value === 'CLNTCONN' ? `${head} CHLTYPE(CLNTCONN)` : head;
  const apart = recordIdentities[String(type)] ?? [];
  const parts = apart.flatMap((keyword) => {
    const value = attributes.get(keyword);
    return value && !value.origin.startsWith('default') ? [`${keyword}(${value.value})`] : [];
  });
  return [head, ...parts].join(' ');
}

const isModelValue = (value: unknown): value is ModelValue =>
  isRecord(value) && typeof value.value === 'string' && typeof value.origin === 'string';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
