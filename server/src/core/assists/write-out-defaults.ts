import { attributeFacts } from '#core/facts/lookup.ts';
import { addParameters } from '#core/syntax/add-parameters.ts';
import { quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import { type Assist, offer } from './assist.ts';
import { leftOut } from './parts/defaults.ts';

/** Everything that a definition leaves to MQ, said in words. */
export const writeOutDefaults: Assist = {
  name: 'write-out-defaults',
  offers: ({ document, command, object, owners }) => {
    if (!object) return [];
    const texts = leftOut(command.body, object, owners).map(([keyword, value]) =>
      attributeFacts(object.type, keyword)?.type === 'flag' ? value : `${keyword}(${quoteIfNeeded(value)})`,
    );
    if (texts.length === 0) return [];
    const { source } = document;
    const text = document.text.whole();
    const margin = /[ \t]*$/.exec(text.slice(0, command.start))?.[0] ?? '';
    const lines = { lineEnd: text.includes('\r\n') ? '\r\n' : '\n', indent: `${margin}       ` };
    const added = addParameters(command, texts, texts.length > mostOnOneLine ? lines : undefined);
    const what = texts.length === 1 ? 'the default' : `the ${texts.length} defaults`;
    return offer(`Write out ${what} of ${object.name}`, [added && { source, ...added }]);
  },
};

/** More than these get lines of their own. */
const mostOnOneLine = 3;
