import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const folder = path.resolve(import.meta.dirname, '../../syntaxes');
const grammars: Readonly<Record<string, string>> = {
  'source.mqsc': 'mqsc.tmLanguage.json',
  'mqsc.in.yaml': 'mqsc-yaml.tmLanguage.json',
  'mqsc.in.markdown': 'mqsc-markdown.tmLanguage.json',
};

/** A piece of text and its innermost scope, without the trailing `.mqsc`. */
export type Token = readonly [text: string, scope: string];

/** Is told of each piece of text: its line, its columns and its innermost scope. */
export type Place = (line: number, start: number, end: number, scope: string) => void;

/** Loads a grammar of this extension, or one of the test with an injection in it, as the editor does. */
export async function loadGrammar(
  scopeName: 'source.mqsc' | 'source.yaml' | 'text.html.markdown',
): Promise<(text: string, place?: Place) => Token[][]> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      const plain = plainGrammars[name];
      if (plain) return textmate.parseRawGrammar(JSON.stringify({ scopeName: name, ...plain }), `${name}.json`);
      const file = grammars[name];
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(path.join(folder, file), 'utf8'), file);
    },
    getInjections: (name) => injections[name] ?? [],
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar for ${scopeName}`);
  return (text, place) => tokenize(grammar, text, place);
}

function tokenize(grammar: textmate.IGrammar, text: string, place?: Place): Token[][] {
  let state = textmate.INITIAL;
  return text.split('\n').map((line, index) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const token of tokens) place?.(index, token.startIndex, token.endIndex, innermost(token.scopes));
    return tokens
      .map(({ startIndex, endIndex, scopes }): Token => [line.slice(startIndex, endIndex), innermost(scopes)])
      .filter(([piece]) => piece.trim() !== '');
  });
}

const innermost = (scopes: readonly string[]): string => (scopes.at(-1) ?? '').replace(/\.mqsc$/, '');

/** Stand for the editor's own grammars. */
const plainGrammars: Readonly<Record<string, object>> = {
  'source.yaml': { patterns: [{ match: '#.*$', name: 'comment.yaml' }] },
  'text.html.markdown': { patterns: [{ match: '^#.*$', name: 'markup.heading.markdown' }] },
};

const injections: Readonly<Record<string, string[]>> = {
  'source.yaml': ['mqsc.in.yaml'],
  'text.html.markdown': ['mqsc.in.markdown'],
};
