/** Lays one shape over another: mappings and records key by key, everything else as a whole (JSON Merge Patch, RFC 7396). */
import type { MapNode, Node } from '../syntax/node.js';
import { isJson, isScalar } from '../syntax/walk.js';

/** A key whose value over it is null is removed. */
export function mergeShapes<T>(base: T, over: T): T {
  return mergeValues(base, over) as T;
}

function mergeValues(base: unknown, over: unknown): unknown {
  if (isJson(base) && isJson(over)) return { node: mergeNodes(base.node, over.node) };
  if (isRecord(base) && isRecord(over)) return mergeRecords(base, over);
  if (!isMapping(base) || !isMapping(over)) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (value === null) Reflect.deleteProperty(merged, key);
    else merged[key] = Object.hasOwn(base, key) ? mergeValues(base[key], value) : value;
  }
  return merged;
}

interface RecordItem {
  readonly key: { readonly value: string };
  readonly value: unknown;
}

function mergeRecords(base: readonly RecordItem[], over: readonly RecordItem[]): readonly RecordItem[] {
  const merged = new Map(base.map((item) => [item.key.value, item]));
  for (const item of over) {
    const name = item.key.value;
    const below = merged.get(name);
    if (item.value === null) merged.delete(name);
    else merged.set(name, below ? { ...item, value: mergeValues(below.value, item.value) } : item);
  }
  return [...merged.values()];
}

function mergeNodes(base: Node, over: Node): Node {
  if (base.kind !== 'map' || over.kind !== 'map') return over;
  const merged = new Map(base.entries.map((entry) => [entry.key.text, entry]));
  for (const entry of over.entries) {
    const below = merged.get(entry.key.text);
    if (entry.value.kind === 'scalar' && entry.value.value === null) merged.delete(entry.key.text);
    else merged.set(entry.key.text, below ? { ...entry, value: mergeNodes(below.value, entry.value) } : entry);
  }
  return { ...over, entries: [...merged.values()] } satisfies MapNode;
}

function isRecord(value: unknown): value is readonly RecordItem[] {
  return Array.isArray(value) && value.every((item: unknown) => isMapping(item) && 'key' in item && 'value' in item);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isScalar(value) && !isJson(value);
}
