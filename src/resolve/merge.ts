/** Merges one shape over another: mappings and records key by key, everything else as a whole (JSON Merge Patch, RFC 7396). */
import { isJson, isScalar } from '../syntax/index.js';
import type { MapNode, Node } from '../syntax/index.js';

/** A null in `over` removes the base's key. */
export function mergeShapes<T>(base: T, over: T): T {
  return mergeValues(base, over) as T;
}

function mergeValues(base: unknown, over: unknown): unknown {
  if (isJson(over)) return { node: mergeNodes(isJson(base) ? base.node : null, over.node) };
  if (isRecord(over)) return mergeRecords(isRecord(base) ? base : [], over);
  return isMapping(over) ? mergeMappings(isMapping(base) ? base : {}, over) : over;
}

function mergeMappings(base: Mapping, over: Mapping): Mapping {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (value === null) Reflect.deleteProperty(merged, key);
    else merged[key] = mergeValues(Object.hasOwn(base, key) ? base[key] : undefined, value);
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
    if (item.value === null) merged.delete(name);
    else merged.set(name, { ...item, value: mergeValues(merged.get(name)?.value, item.value) });
  }
  return [...merged.values()];
}

function mergeNodes(base: Node | null, over: Node): Node {
  if (over.kind !== 'map') return over;
  const merged = new Map(base?.kind === 'map' ? base.entries.map((entry) => [entry.key.text, entry]) : []);
  for (const entry of over.entries) {
    const name = entry.key.text;
    if (entry.value.kind === 'scalar' && entry.value.value === null) merged.delete(name);
    else merged.set(name, { ...entry, value: mergeNodes(merged.get(name)?.value ?? null, entry.value) });
  }
  return { ...over, entries: [...merged.values()] } satisfies MapNode;
}

type Mapping = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is readonly RecordItem[] {
  return Array.isArray(value) && value.every((item: unknown) => isMapping(item) && 'key' in item && 'value' in item);
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isScalar(value) && !isJson(value);
}
