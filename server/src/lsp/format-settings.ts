import type { FormatOptions } from '#core/ide/format/format-options.ts';

/** Reads `mqsc.format` out of whatever the client sends for the section `mqsc`; what makes no sense is left out. */
export function formatOf(section: unknown): Partial<FormatOptions> {
  const format = isRecord(section) && isRecord(section.format) ? section.format : {};
  const keywordCase = oneOf(format.keywordCase, ['upper', 'lower', 'keep']);
  const layout = oneOf(format.layout, ['auto', 'one-per-line', 'filled']);
  const continuation = oneOf(format.continuation, ['+', '-', 'keep']);
  const attributeOrder = oneOf(format.attributeOrder, ['keep', 'catalogue']);
  const lineWidth = countOf(format.lineWidth);
  const indent = countOf(format.indent);
  return {
    ...(keywordCase && { keywordCase }),
    ...(layout && { layout }),
    ...(continuation && { continuation }),
    ...(attributeOrder && { attributeOrder }),
    ...(lineWidth !== undefined && lineWidth > 0 && { lineWidth }),
    ...(indent !== undefined && { indent }),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const oneOf = <T extends string>(value: unknown, words: readonly T[]): T | undefined =>
  words.find((word) => word === value);

const countOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
