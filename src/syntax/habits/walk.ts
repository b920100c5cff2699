/** What is known while lists of steps are translated. */
import type { Edit, Report } from '../../source/index.js';
import type { Entry, Node } from '../node.js';

export interface Walk {
  readonly report: Report;
  readonly declared: Declared;
  /** Translates the steps inside of a step. */
  readonly steps: (list: Node) => Node;
}

/** The participants of the file, and those that were found among the steps. */
export interface Declared {
  /** In order. */
  readonly ids: () => ReadonlySet<string>;
  readonly add: (entry: Entry) => void;
  /** The edit that adds a line to the list of participants; null where there is no place for it. */
  readonly write: (line: string) => Edit | null;
}

/** A text of the file in a message. */
export const quote = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
