import type { Outcome } from '#core/sim/trace.ts';

/** Whether the run had more events than a trace keeps, and ended before its time. */
export const isCutShort = ({ warnings }: Outcome): boolean => warnings.some(({ code }) => code === 'run-cut-short');
