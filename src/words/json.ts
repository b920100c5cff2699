/** Prints JSON for notes: formatted like `JSON.stringify(value, null, 2)`, with numbers as the author wrote them. */
import { printScalar } from '../model/index.js';
import type { Json } from '../model/index.js';

export function printJson(json: Json): string {
  switch (json.kind) {
    case 'object':
      return block(
        '{',
        '}',
        json.members.map(({ name, value }) => `${JSON.stringify(name)}: ${printJson(value)}`),
      );
    case 'array':
      return block('[', ']', json.items.map(printJson));
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
