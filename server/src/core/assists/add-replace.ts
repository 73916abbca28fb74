import { commandFacts } from '#core/facts/lookup.ts';
import { addParameters } from '#core/syntax/add-parameters.ts';
import { type Assist, offer } from './assist.ts';

/** A definition that can run again, as those at every start must. */
export const addReplace: Assist = {
  name: 'add-replace',
  offers: ({ document: { source }, command }) => {
    const { verbName, objectName, object, parameters, problems } = command.body;
    if (verbName !== 'DEFINE' || !objectName || !object?.value || problems.length > 0) return [];
    if (parameters.some(({ keyword }) => keyword === 'REPLACE' || keyword === 'NOREPLACE')) return [];
    if (!commandFacts('DEFINE', objectName)?.parameters.includes('REPLACE')) return [];
    const added = addParameters(command, ['REPLACE']);
    return offer('Add REPLACE: the definition can run again, and resets what it leaves out', [
      added && { source, ...added },
    ]);
  },
};
