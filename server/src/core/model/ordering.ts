import { type EstateFile, orderingNeeds } from '#core/estate/estate-file.ts';
import type { EstateFileProblem } from '#core/estate/read-estate-file.ts';
import type { Command, Document } from '#core/syntax/tree.ts';
import type { Location } from '#core/text/span.ts';
import type { OrderingNeed, QueueManager } from './model.ts';
import { readCommand } from './read-command.ts';

export interface OrderingAnswer {
  readonly ordering: readonly OrderingNeed[];
  readonly problems: readonly EstateFileProblem[];
}

/** The ordering needs of the estate file, and those in `* @ordering sequence: reason` comments above a queue's definition. */
export function findOrdering(
  documents: ReadonlyMap<string, Document>,
  queueManagers: Iterable<QueueManager>,
  estateFile: EstateFile | undefined,
): OrderingAnswer {
  const ordering: OrderingNeed[] = (estateFile?.ordering ?? []).map(({ needs, queues, reason, at }) => ({
    need: needs,
    queues,
    reason,
    at,
    queueManager: undefined,
  }));
  const problems = new Map<string, EstateFileProblem>();
  const speaking = new Set([...documents.values()].filter(mentionsOrdering));
  if (speaking.size === 0) return { ordering, problems: [] };
  for (const queueManager of queueManagers)
    for (const { ref } of queueManager.steps) {
      const document = documents.get(ref.source);
      if (!document || !speaking.has(document)) continue;
      for (const comment of commentsAbove(ref.command, document)) {
        const need = orderingNeeds.find((one) => one === comment.word);
        const queue = readCommand(ref.command.body);
        if (need && queue?.name && /^Q(LOCAL|ALIAS|REMOTE|MODEL)$/.test(queue.type))
          ordering.push({
            need,
            queues: [queue.name.text],
            reason: comment.reason,
            at: comment.at,
            queueManager: queueManager.name,
          });
        else
          problems.set(`${ref.source} ${comment.at.span.start}`, {
            kind: 'estate-file',
            severity: 'warning',
            at: comment.at,
            message: complaint(comment.word, need),
          });
      }
    }
  return { ordering, problems: [...problems.values()] };
}

/** Most texts never mention the word; each is looked through once. */
function mentionsOrdering(document: Document): boolean {
  const known = mentions.get(document) ?? /@ordering/i.test(document.text.whole());
  mentions.set(document, known);
  return known;
}

const mentions = new WeakMap<Document, boolean>();

interface OrderingComment {
  readonly word: string;
  readonly reason: string;
  readonly at: Location;
}

function* commentsAbove(command: Command, { source, text }: Document): Iterable<OrderingComment> {
  for (const span of command.leadingComments) {
    const match = /^\s*\*+\s*@ordering\b[\s:]*([\w-]*)\s*:?\s*(.*?)\s*$/i.exec(text.slice(span.start, span.end));
    if (match) yield { word: (match[1] ?? '').toLowerCase(), reason: match[2] ?? '', at: { source, span } };
  }
}

const complaint = (word: string, need: string | undefined): string =>
  need
    ? 'An @ordering comment stands directly above the definition of a queue; this command defines none.'
    : `@ordering knows ${orderingNeeds.join(', ')}${word === '' ? '' : `, not ${word}`}.`;
