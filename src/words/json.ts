/**
 * Prints JSON for notes: formatted like `JSON.stringify(value, null, 2)`, with numbers as the author wrote them. Of members that are
 * not drawn, an ellipsis stays.
 */
import { printScalar } from '../model/index.js';
import type { DrawnNames, Json } from '../model/index.js';
import { ellipsis, isDrawn } from './drawn.js';

export function printJson(json: Json, only: DrawnNames = null): string {
  switch (json.kind) {
    case 'object': {
      const shown = json.members.filter(({ name }) => isDrawn(name, only));
      const members = shown.map(({ name, value }) => `${JSON.stringify(name)}: ${printJson(value)}`);
      return block('{', '}', shown.length < json.members.length ? [...members, ellipsis] : members);
    }
    case 'array':
      return block('[', ']', only === null ? json.items.map((item) => printJson(item)) : [ellipsis]);
    case 'string':
      return JSON.stringify(json.text.plain);
    case 'literal':
      return printScalar(json);
  }
}

function block(open: string, close: string, entries: readonly string[]): string {
  if (entries.length === 0) return open + close;
  return `${open}\n${entries.join(',\n').replace(/^/gm, '  ')}\n${close}`;
}
