/**
 * Prints JSON for notes: formatted like `JSON.stringify(value, null, 2)`, with numbers as the author wrote them. Of members that are
 * not drawn, an ellipsis stays.
 */
import { printScalar } from '../model/index.js';
import type { Json } from '../model/index.js';
import { everything, isDrawn } from './drawn.js';
import type { Choice } from './drawn.js';

export function printJson(json: Json, choice: Choice = everything): string {
  switch (json.kind) {
    case 'object': {
      const shown = json.members.filter(({ name }) => isDrawn(name, choice));
      const members = shown.map(({ name, value }) => `${JSON.stringify(name)}: ${printJson(value)}`);
      return block('{', '}', shown.length < json.members.length ? [...members, choice.ellipsis] : members);
    }
    case 'array':
      return block('[', ']', choice.only === null ? json.items.map((item) => printJson(item)) : [choice.ellipsis]);
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
