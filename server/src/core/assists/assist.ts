import type { Estate, MqObject, QueueManager } from '#core/model/model.ts';
import type { Command, Document, Parameter, ValueItem } from '#core/syntax/tree.ts';
import type { Span, TextEdit } from '#core/text/span.ts';

/** A change that may be wanted where nothing is wrong. One file each; it offers nothing where it has nothing to change. */
export interface Assist {
  readonly name: string;
  readonly offers: (place: AssistPlace) => readonly Offer[];
}

/** What the assists are asked about. */
export interface AssistPlace {
  readonly document: Document;
  readonly estate: Estate;
  readonly within: Span;
  /** The command that the start of the span touches. */
  readonly command: Command;
  /** What the start of the span touches in it. */
  readonly parameter: Parameter | undefined;
  readonly item: ValueItem | undefined;
  /** The queue managers that run the command. */
  readonly owners: readonly QueueManager[];
  /** What the command defines or changes, after all commands, on the first of them. */
  readonly object: MqObject | undefined;
}

export interface Offer {
  /** Says so when the change is one of what is defined, not only of how it is written. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Nothing, or one change; a change without edits is none. */
export const offer = (title: string, edits: readonly (TextEdit | undefined)[]): readonly Offer[] => {
  const real = edits.filter((edit) => edit !== undefined);
  return real.length > 0 ? [{ title, edits: real }] : [];
};
