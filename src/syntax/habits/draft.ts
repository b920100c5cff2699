/** A step as authflow wants it: as text of a file, and as nodes, so that later stages see what was meant. */
import type { Span } from '../../source/index.js';
import { scalarNode } from '../node.js';
import type { Entry, Node } from '../node.js';

/** A flag, a text, or a list of texts. */
type DraftValue = true | string | readonly string[];
export type DraftEntry = readonly [key: string, value: DraftValue];

/** The entries of a step, in order. */
export interface Draft {
  /** Null keeps the value that the author wrote. */
  readonly first: readonly [key: string, value: DraftValue | null];
  readonly more?: readonly DraftEntry[];
}

export const draft = (key: string, value: DraftValue | null, ...more: readonly DraftEntry[]): Draft => ({
  first: [key, value],
  more,
});

/** `isFlow`: in `{ }` or `[ ]`. */
export const writeEntry = ([key, value]: DraftEntry, isFlow: boolean): string =>
  `${writeKey(key)}:${value === '' ? '' : ` ${writeValue(value, isFlow)}`}`;

/** Quoted where YAML would read it as something else. */
export function writeText(text: string, isFlow: boolean): string {
  const isPlain =
    /^[^\s\-?:,[\]{}#&*!|>'"%@`=<~][^\n\r\t]*$|^-[^\s-][^\n\r\t]*$/.test(text) &&
    !/:(?:\s|$)|\s#|\s$|^null$/i.test(text) &&
    !(isFlow && /[,[\]{}]/.test(text));
  return isPlain ? text : JSON.stringify(text);
}

/** A key may stand in brackets, too. */
export const writeKey = (key: string): string => writeText(key, true);

function writeValue(value: DraftValue, isFlow: boolean): string {
  if (value === true) return 'true';
  return typeof value === 'string'
    ? writeText(value, isFlow)
    : `[${value.map((one) => writeText(one, true)).join(', ')}]`;
}

export const entryNode = ([key, value]: DraftEntry, span: Span): Entry => ({
  key: scalarNode(key, span),
  value: valueNode(value, span),
});

function valueNode(value: DraftValue, span: Span): Node {
  if (value === true) return { kind: 'scalar', value: true, text: 'true', span };
  if (typeof value !== 'string') return { kind: 'list', items: value.map((one) => scalarNode(one, span)), span };
  return value === '' ? { kind: 'scalar', value: null, text: '', span } : scalarNode(value, span);
}
