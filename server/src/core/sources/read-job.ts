import { joinPieces } from '#core/syntax/join-pieces.ts';
import type { Document, LayoutProblem, Slice } from '#core/syntax/tree.ts';
import { ofUtility } from './dump-header.ts';
import { type JobStream, jobStreams } from './job-streams.ts';
import { looksLikeMqsc } from './looks-like-mqsc.ts';
import { type Inside, knownCommands, readInside } from './read-inside.ts';

/**
 * The MQSC in the stream of a z/OS job: what steps of CSQUTIL read but for its own control statements (SYSIN), and other data that
 * begins with a command of MQ's. Job control around it is none of MQ's and no fault.
 */
export function readJob(text: string, before: Document | undefined): Inside {
  const slices: Slice[] = [];
  const layoutProblems: LayoutProblem[] = [];
  const known = knownCommands(before);
  for (const stream of jobStreams(text)) {
    const { span, name } = stream;
    const isUtility = stream.program === 'CSQUTIL';
    if (isUtility && name === 'SYSIN') continue;
    const script = joinPieces(text, [span.start, span.end]);
    if (!isUtility && !looksLikeMqsc(script.text)) continue;
    const { commands, comments, problems } = readInside(text, script, known);
    slices.push({
      span,
      form: 'lines',
      margin: 0,
      commands,
      comments,
      label: name === '' ? undefined : `DD ${name}`,
      ownerHint: isUtility ? queueManagerOf(stream) : undefined,
      dump: isUtility ? ofUtility : undefined,
    });
    layoutProblems.push(...problems);
  }
  return { slices, layoutProblems };
}

/** IBM, CSQUTIL: PARM names the queue manager, or its queue-sharing group; four characters, upper case. Symbols of JCL are not known. */
const queueManagerOf = ({ argument }: JobStream): string | undefined =>
  argument !== undefined && /^[A-Z@#$][A-Z0-9@#$]{0,3}$/.test(argument) ? argument : undefined;
