/** A YAML file as a tree in which every scalar and key has its place. */
import type { Span } from '../source/index.js';

export type Node = ScalarNode | MapNode | ListNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  /** YAML 1.2 core schema: `yes` is a string, `401` a number. */
  readonly value: string | number | boolean | null;
  /** As written, without quotes and escapes: `1.10` keeps its zero. '' for null. */
  readonly text: string;
  readonly span: Span;
}

export interface MapNode {
  readonly kind: 'map';
  /** In the author's order, keys unique. */
  readonly entries: readonly Entry[];
  readonly span: Span;
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
}

interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly span: Span;
}

export function scalarNode(text: string, span: Span): ScalarNode {
  return { kind: 'scalar', value: text, text, span };
}

/** Describes a node in an author's terms. */
export function describeNode(node: Node): string {
  if (node.kind === 'map') return 'a mapping';
  if (node.kind === 'list') return 'a list';
  if (node.value === null) return describeNothing(node);
  if (typeof node.value === 'string') return `the text ${JSON.stringify(shorten(node.text))}`;
  return `${typeof node.value === 'number' ? 'the number' : 'the value'} ${shorten(node.text)}`;
}

/** `~` and `null` are written, but mean nothing. */
function describeNothing({ span: { source, start, end } }: ScalarNode): string {
  const written = source.text.slice(start, end).trim();
  return /^(?:~|null)$/i.test(written) ? `${written}, which is nothing in YAML` : 'nothing';
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
