/** The names of what semantic tokens can be, in the order in which a client is told them. */
export const semanticTokenTypes = [
  'keyword',
  'type',
  'property',
  'enumMember',
  'string',
  'number',
  'variable',
  'macro',
  'operator',
  'comment',
] as const;
export type SemanticTokenType = (typeof semanticTokenTypes)[number];
export const semanticTokenModifiers = ['declaration', 'deprecated', 'readonly'] as const;
export type SemanticTokenModifier = (typeof semanticTokenModifiers)[number];
