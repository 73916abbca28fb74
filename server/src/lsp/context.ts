import type { Service } from '#core/service-types.ts';
import type { Texts } from './texts.ts';

/** What every handler of a request needs. */
export interface Context {
  readonly service: Service;
  readonly texts: Texts;
  readonly client: ClientTraits;
  /** Shows a sentence to the person, beside the answer. */
  readonly tell: (message: string) => void;
}

/** What this client can do beyond the protocol's least; from its capabilities and its initialization options. */
export interface ClientTraits {
  /** Takes edits with the version of the document that they are meant for. */
  readonly takesVersionedEdits: boolean;
  /** Takes edits with places in them that are left to write. */
  readonly takesSnippetEdits: boolean;
  /** Asks for the edits of an action when it is chosen. */
  readonly resolvesActionEdits: boolean;
  readonly takesMultilineTokens: boolean;
  /** Has the panel: offers the command that plays a finding forward. */
  readonly playsForward: boolean;
  /** Where the pages of the rules are: a URI without a slash at its end. */
  readonly rulePages: string | undefined;
  /** Shows a remark beside the label of every item of completion, not only of the one that is looked at. */
  readonly showsLabelDetails: boolean;
  /** A command that asks for completion again, after an item that opens a parenthesis. */
  readonly suggestCommand: string | undefined;
}
