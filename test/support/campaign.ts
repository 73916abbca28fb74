import { type Campaign, openCampaign } from '#core/campaign/open-campaign.ts';
import { printReport } from '#core/campaign/print-report.ts';
import { runCampaign } from '#core/campaign/run-campaign.ts';
import type { CampaignOptions, Report } from '#core/campaign/types.ts';
import { printScenario } from '#core/scenario/print-scenario.ts';
import { planFrom } from './scenario.ts';

/** The campaign of a scenario's text: single failures and one seed, if nothing else is said. */
export const campaignOf = (text: string, options: Partial<CampaignOptions> = {}): Campaign =>
  openCampaign(planFrom(text), { failures: 1, seeds: 1, ...options });

export const reportOf = (text: string, options: Partial<CampaignOptions> = {}): Report =>
  runCampaign(campaignOf(text, options));

/** With scenarios as texts, and places as offsets. */
export const printed = (report: Report): Report<string, string> =>
  printReport(report, { scenario: printScenario, place: ({ source, span }) => `${source}:${span.start}` });
