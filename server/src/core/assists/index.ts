import { addReplace } from './add-replace.ts';
import type { Assist } from './assist.ts';
import { defineElsewhere } from './define-elsewhere.ts';
import { dropDefaults } from './drop-defaults.ts';
import { fullWords, shortWords } from './full-words.ts';
import { joinLines, splitLines } from './lines.ts';
import { matchingClusterChannel } from './matching-cluster-channel.ts';
import { moveComment } from './move-comment.ts';
import { quoteValue, unquoteValue } from './quote-value.ts';
import { shortenDump } from './shorten-dump.ts';
import { writeOutDefaults } from './write-out-defaults.ts';

/** All assists, in the order in which they are offered. */
export const assists: readonly Assist[] = [
  moveComment,
  matchingClusterChannel,
  defineElsewhere,
  addReplace,
  splitLines,
  joinLines,
  fullWords,
  shortWords,
  quoteValue,
  unquoteValue,
  writeOutDefaults,
  dropDefaults,
  shortenDump,
];
