import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const folder = path.resolve(import.meta.dirname, '../../syntaxes');
const grammars: Readonly<Record<string, string>> = {
  'source.mqsc': 'mqsc.tmLanguage.json',
  'mqsc.in.yaml': 'mqsc-yaml.tmLanguage.json',
};

/** A piece of text and its innermost scope, without the trailing `.mqsc`. */
export type Token = readonly [text: string, scope: string];

/** Loads a grammar of this extension, or the YAML of the test with the injection in it, as the editor does. */
export async function loadGrammar(scopeName: 'source.mqsc' | 'source.yaml'): Promise<(text: string) => Token[][]> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      if (name === 'source.yaml') return textmate.parseRawGrammar(JSON.stringify(plainYaml), 'yaml.json');
      const file = grammars[name];
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(path.join(folder, file), 'utf8'), file);
    },
    getInjections: (name) => (name === 'source.yaml' ? ['mqsc.in.yaml'] : []),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar for ${scopeName}`);
  return (text) => tokenize(grammar, text);
}

function tokenize(grammar: textmate.IGrammar, text: string): Token[][] {
  let state = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(({ startIndex, endIndex, scopes }): Token => [line.slice(startIndex, endIndex), innermost(scopes)])
      .filter(([piece]) => piece.trim() !== '');
  });
}

const innermost = (scopes: readonly string[]): string => (scopes.at(-1) ?? '').replace(/\.mqsc$/, '');

/** Stands for the editor's own YAML grammar. */
const plainYaml = { scopeName: 'source.yaml', patterns: [{ match: '#.*$', name: 'comment.yaml' }] };
