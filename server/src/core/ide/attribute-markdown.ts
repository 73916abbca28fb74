import type { AttributeFacts, Evidence, Platform } from '#core/facts/facts.ts';
import { evidencePage } from '#core/facts/lookup.ts';

/** What MQ says about an attribute, for a hover or beside a completion list. */
export function attributeMarkdown(facts: AttributeFacts, platform: Platform): string {
  return [facts.description, values(facts, platform), limits(facts), restrictions(facts), source(facts)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function values(facts: AttributeFacts, platform: Platform): string {
  const supplied = platform === 'zos' ? (facts.defaultZos ?? facts.default) : facts.default;
  const lines = (facts.values ?? []).map(
    (v) =>
      `- \`${v.value}\`${v.value === String(supplied) ? ' (default)' : ''}${v.meaning ? ` — ${v.meaning}` : ''}${channels(facts, v.value)}`,
  );
  return lines.join('\n');
}

function channels({ channelTypesOfValue }: AttributeFacts, value: string): string {
  const types = channelTypesOfValue?.[value];
  return types ? ` (${types.join(', ')} only)` : '';
}

function limits(facts: AttributeFacts): string {
  const parts: string[] = [];
  if (facts.min !== undefined && facts.max !== undefined)
    parts.push(`${facts.min} to ${facts.max}${facts.unit ? ` ${unit(facts.unit)}` : ''}`);
  if (facts.maxLength !== undefined) parts.push(`up to ${facts.maxLength} characters`);
  if (!facts.values && facts.default !== undefined)
    parts.push(`default ${facts.default === '' ? 'blank' : `\`${facts.default}\``}`);
  if (facts.defaultZos !== undefined && facts.defaultZos !== facts.default)
    parts.push(`default on z/OS ${facts.defaultZos === '' ? 'blank' : `\`${facts.defaultZos}\``}`);
  return parts.join('; ');
}

function restrictions(facts: AttributeFacts): string {
  const parts: string[] = [];
  if (facts.oppositeOf) parts.push(`Not together with \`${facts.oppositeOf}\`.`);
  if (facts.channelTypes) parts.push(`Channel types: ${facts.channelTypes.join(', ')}.`);
  if (facts.platforms && !(facts.platforms.includes('multi') && facts.platforms.includes('zos')))
    parts.push(`Only on ${facts.platforms.map((p) => platformNames[p]).join(', ')}.`);
  if (facts.since) parts.push(`Since MQ ${facts.since}.`);
  if (facts.obsolete) parts.push('Obsolete.');
  return parts.join(' ');
}

function source(facts: AttributeFacts): string {
  const weakest =
    (['memory', 'repo', 'docs'] as const).find((e) => Object.values(facts.evidence).includes(e)) ?? 'memory';
  const page = facts.evidenceRefs?.map(evidencePage).find((address) => address?.startsWith('http'));
  const link = page ? ` ([page](${page.split(' ')[0]}))` : '';
  return `*${evidenceWords[weakest]}*${link}`;
}

const evidenceWords: Readonly<Record<Evidence, string>> = {
  docs: 'From IBM’s documentation',
  repo: 'From public code or real output',
  memory: 'Partly from memory, not confirmed on an IBM page',
};

const platformNames: Readonly<Record<Platform, string>> = {
  multi: 'Multiplatforms',
  zos: 'z/OS',
  alw: 'AIX, Linux and Windows',
  win: 'Windows',
  unix: 'AIX and Linux',
  nsk: 'HP NonStop',
  ibmi: 'IBM i',
};

const unit = (code: string): string =>
  ({ s: 'seconds', ms: 'milliseconds', min: 'minutes', us: 'microseconds' })[code] ?? code;
