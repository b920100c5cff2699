/** Finds the scalars of a shape. */
import type { Source, Span } from '../source/index.js';
import type { Node } from './node.js';
import type { FlowShape, Patch, Step } from './schema.js';
import { place } from './shape.js';
import type { JsonNode, Scalar } from './shape.js';

export function isScalar(value: unknown): value is Scalar<string | number | boolean> {
  return typeof value === 'object' && value !== null && 'span' in value && 'text' in value && 'value' in value;
}

export function isJson(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && 'node' in value;
}

/** Every scalar inside a value, in order, without the keys of records and of JSON. */
export function allScalars(value: unknown, found: AnyScalar[] = []): readonly AnyScalar[] {
  if (isScalar(value)) found.push(value);
  else if (isJson(value)) addScalars(value.node, found);
  else if (Array.isArray(value)) for (const item of value as unknown[]) allScalars(item, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (key !== 'key') allScalars(item, found);
  }
  return found;
}

type AnyScalar = Scalar<string | number | boolean>;

function addScalars(node: Node, found: AnyScalar[]): void {
  if (node.kind === 'scalar') found.push({ value: node.text, text: node.text, span: node.span });
  else if (node.kind === 'list') for (const item of node.items) addScalars(item, found);
  else for (const entry of node.entries) addScalars(entry.value, found);
}

/** The beginning of a mapping, or its first scalar: its place in messages. */
export function placeOf(value: Step | Patch | FlowShape): Span {
  if (place in value) return value[place] as Span;
  const [first] = allScalars(value);
  return first?.span ?? nowhere;
}

const noSource: Source = { path: '', text: '' };

const nowhere: Span = { source: noSource, start: 0, end: 0 };
