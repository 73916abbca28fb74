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
    const added = addParameters(command, texts);
    return offer(`Write out the ${texts.length} defaults of ${object.name}`, [
      added && { source: document.source, ...added },
    ]);
  },
};
