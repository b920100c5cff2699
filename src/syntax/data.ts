/** Reads YAML as plain data, such as the configuration at the head of a diagram. */
import type { Diagnostic, Source } from '../source/index.js';
import type { Node } from './node.js';
import { readYaml } from './yaml.js';

/** Plain values; mappings have no prototype. Null, with diagnostics, where the text is not YAML. */
export function parseData(source: Source): { readonly data: unknown; readonly diagnostics: readonly Diagnostic[] } {
  const { root, diagnostics } = readYaml(source);
  return { data: root && toPlain(root), diagnostics };
}

export function toPlain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlain);
  const plain = Object.create(null) as Record<string, unknown>;
  for (const { key, value } of node.entries) plain[key.text] = toPlain(value);
  return plain;
}
