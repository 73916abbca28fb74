import { effective } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import type { Location } from '#core/text/span.ts';

/** Where the first of the attributes that has a value other than blank is written, else the object's name. */
export const attributePlace = (object: MqObject, ...keywords: readonly string[]): Location => {
  for (const keyword of keywords) {
    const value = effective(object, keyword);
    if (value && value.value !== '' && value.origin.kind === 'written') return value.origin.at;
  }
  return object.nameAt;
};
