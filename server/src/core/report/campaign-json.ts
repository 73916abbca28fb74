import { crossCheck } from '#core/campaign/cross-check.ts';
import { addPieces, unitsOfShard } from '#core/campaign/run-campaign.ts';
import type { PrintedReport } from './campaign-text.ts';

/** What `mqsc campaign --format json` prints: the report, and what follows from it. */
export const campaignJson = (report: PrintedReport): object => ({ ...report, rules: crossCheck(report) });

/** A report out of the JSON of one; undefined when it is something else. */
export function readCampaignJson(text: string): PrintedReport | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isReport(value)) return undefined;
    const { rules: _, ...report } = { rules: [], ...value };
    return report;
  } catch {
    return undefined;
  }
}

const isReport = (value: unknown): value is PrintedReport =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  value.version === 1 &&
  'rows' in value &&
  Array.isArray(value.rows) &&
  'units' in value &&
  'counts' in value;

/** The reports of all shards as one, or why they do not belong together. */
export function mergeCampaigns(reports: readonly PrintedReport[]): PrintedReport | string {
  const [first, ...others] = reports;
  if (first === undefined) return 'there is nothing to merge';
  const stranger = others.find((other) => sameCampaign(other) !== sameCampaign(first));
  if (stranger !== undefined) return `"${stranger.scenario}" and "${first.scenario}" are not parts of one campaign`;
  if (overlaps(reports, first.units)) return 'a part is there twice';
  const { shards: _, ...whole } = addPieces(first, others);
  const done = reports.reduce((sum, report) => sum + report.done, 0);
  const shards = reports.flatMap((report) => report.shards ?? []);
  return { ...whole, done, ...(done < first.units && shards.length > 0 && { shards }) };
}

/** Whether a unit of work is in two of them. */
function overlaps(reports: readonly PrintedReport[], units: number): boolean {
  const seen = new Set<number>();
  for (const shard of reports.flatMap((report) => report.shards ?? ['1/1'])) {
    const [index = 1, of = 1] = shard.split('/').map(Number);
    for (const unit of unitsOfShard(units, { index, of })) {
      if (seen.has(unit)) return true;
      seen.add(unit);
    }
  }
  return false;
}

const sameCampaign = ({ scenario, seed, seeds, failures, outageUs, pairMoments, units }: PrintedReport): string =>
  JSON.stringify([scenario, seed, seeds, failures, outageUs, pairMoments, units]);
