import { attributeNotValidHere } from './attribute-not-valid-here.ts';
import { attributeOutOfPlace } from './attribute-out-of-place.ts';
import { commandAfterEnd } from './command-after-end.ts';
import { commentNotInFirstColumn } from './comment-not-in-first-column.ts';
import { conflictingAttributes } from './conflicting-attributes.ts';
import { continuedIntoNothing } from './continued-into-nothing.ts';
import { doubleQuotedValue } from './double-quoted-value.ts';
import { duplicateAttribute } from './duplicate-attribute.ts';
import { estateFileInvalid } from './estate-file-invalid.ts';
import { insertNotAllowedHere } from './insert-not-allowed-here.ts';
import { lineTooLong } from './line-too-long.ts';
import { lowercaseNameFolded } from './lowercase-name-folded.ts';
import { missingRequiredAttribute } from './missing-required-attribute.ts';
import { nameHasInvalidCharacter } from './name-has-invalid-character.ts';
import { nameTooLong } from './name-too-long.ts';
import { numberOutOfRange } from './number-out-of-range.ts';
import { platformMismatch } from './platform-mismatch.ts';
import { queueManagerUnknown } from './queue-manager-unknown.ts';
import type { Rule } from './rule.ts';
import { scenarioInvalid } from './scenario-invalid.ts';
import { syntaxError } from './syntax-error.ts';
import { trailingComment } from './trailing-comment.ts';
import { unbalancedParenthesis } from './unbalanced-parenthesis.ts';
import { unknownAttribute } from './unknown-attribute.ts';
import { unknownCommand } from './unknown-command.ts';
import { unterminatedString } from './unterminated-string.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { valueNeedsQuotes } from './value-needs-quotes.ts';
import { valueNotAllowed } from './value-not-allowed.ts';
import { valueTooLong } from './value-too-long.ts';
import { versionMismatch } from './version-mismatch.ts';

/** The only list of rules: by group in the order of the documentation, by name within a group. One import and one entry each. */
export const rules: readonly Rule[] = [
  // language
  attributeNotValidHere,
  attributeOutOfPlace,
  commentNotInFirstColumn,
  conflictingAttributes,
  continuedIntoNothing,
  doubleQuotedValue,
  duplicateAttribute,
  insertNotAllowedHere,
  lineTooLong,
  lowercaseNameFolded,
  missingRequiredAttribute,
  nameHasInvalidCharacter,
  nameTooLong,
  numberOutOfRange,
  platformMismatch,
  syntaxError,
  trailingComment,
  unbalancedParenthesis,
  unknownAttribute,
  unknownCommand,
  unterminatedString,
  valueNeedsQuotes,
  valueNotAllowed,
  valueTooLong,
  versionMismatch,
  // script order
  commandAfterEnd,
  // references
  // clones
  // ordering
  // cluster
  // estate
  estateFileInvalid,
  queueManagerUnknown,
  scenarioInvalid,
  unusedSuppression,
];
