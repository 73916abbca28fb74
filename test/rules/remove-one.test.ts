import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#core/rules/rule.ts';
import { findingsOf } from '../support/estate.ts';
import { asFixture, healthyCluster } from '../support/healthy-cluster.ts';

/**
 * One thing at a time is taken out of a healthy cluster: a command, or one word of it. Whatever is missing is told, except where
 * the rest is a healthy cluster again, which `unneeded` gives the reason for. All that is found stands in `remove-one.txt`, for
 * people to read (UPDATE_EXPECT=1 writes it).
 */
const cluster = healthyCluster({
  orders: ' TRIGGER PROCESS(ORDERS.PROCESS) INITQ(ORDERS.INIT) STREAMQ(ORDERS.COPY)',
});

/** Words whose absence changes what a command means, by element. */
const words = [
  /REPOS\(\w+\)/,
  /DEADQ\([^)]*\)/,
  /CLUSTER\(\w+\)/,
  /CLUSNL\([^)]*\)/,
  /(?<=NAMES\()\w+(?=\))/,
  /DEFBIND\(\w+\)/,
  /BOTHRESH\(\d+\)/,
  /BOQNAME\([^)]*\)/,
  /(?<= )TRIGGER\b/,
  /(?<=TRIGGER )PROCESS\([^)]*\)/,
  /INITQ\([^)]*\)/,
  /STREAMQ\([^)]*\)/,
  /XMITQ\([^)]*\)/,
  /USAGE\(\w+\)/,
  /RQMNAME\(\w+\)/,
  /RNAME\([^)]*\)/,
  /TARGET\(\w+\)/,
  /CONNAME\('[^']*'\)/,
];

/** What can be spared, and why. */
const unneeded: readonly (readonly [label: RegExp, why: string])[] = [
  [
    /without its listener$/,
    'listeners are started by crtmqm -p, runmqlsr, a container or the channel initiator as well',
  ],
  [/cluster receiver without CONNAME/, 'MQ fills in the address and port 1414'],
  [/without its (queue|alias|remote queue|queue by namelist|topic)$/, 'three other queue managers host it'],
  [/remote queue without XMITQ/, 'RQMNAME(BANK) names a transmission queue as well'],
];

interface Removal {
  readonly label: string;
  readonly from: string;
  readonly id: string;
  /** What is left of the command. */
  readonly left: string | undefined;
}

const removals: readonly Removal[] = ['QM1', 'QM3'].flatMap((from) =>
  cluster.elementsOf(from).flatMap(({ id, text }) => [
    { label: `${from} without its ${id}`, from, id, left: undefined },
    ...words.flatMap((word) => {
      const match = word.exec(text);
      if (!match) return [];
      const left = text
        .replace(word, match[0] === 'SALES' ? "' '" : '')
        .replaceAll(/ +/g, ' ')
        .trimEnd();
      return [{ label: `${from}: ${id} without ${match[0]}`, from, id, left }];
    }),
  ]),
);

const told: string[] = [];

describe('what is missing is told', () => {
  test.each(removals.map((removal) => [removal.label, removal] as const))('%s', (label, { from, id, left }) => {
    const { findings } = findingsOf(
      asFixture(cluster, (name, elements) =>
        name !== from
          ? elements
          : elements.flatMap((one) => (one.id !== id ? one : left === undefined ? [] : { ...one, text: left })),
      ),
    );
    const found = [...findings.values()].flat();
    told.push(label, ...found.map(printFinding).sort());
    const [, why] = unneeded.find(([pattern]) => pattern.test(label)) ?? [];
    expect(found.length > 0, why).toBe(why === undefined);
  });
});

test('what is told is what people read and found right', () => {
  const file = path.join(import.meta.dirname, 'remove-one.txt');
  const report = `${told.join('\n')}\n`;
  if (process.env.UPDATE_EXPECT === '1') writeFileSync(file, report);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(report);
});

const printFinding = ({ at, severity, code, message }: Finding): string =>
  `    in ${at.source.replace('.mqsc', '')}: ${severity} ${code}: ${message}`;
