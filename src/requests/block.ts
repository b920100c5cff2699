/** Prints bracketed lists and JSON in the syntax of one language. */
import { printScalar } from '../model/index.js';
import type { Json } from '../model/index.js';
import { toValue } from './wire.js';
import type { Value } from './wire.js';

interface BlockStyle {
  readonly indent: string;
  readonly trailingComma: boolean;
}

/** `open`, the items, each on its own lines, and `close`; only `open` and `close` where there are no items. */
export function block(open: string, items: readonly string[], close: string, style: BlockStyle): string {
  if (items.length === 0) return open + close;
  const lines = items.map((item) => style.indent + item.replaceAll('\n', `\n${style.indent}`));
  return `${open}\n${lines.join(',\n')}${style.trailingComma ? ',' : ''}\n${close}`;
}

export interface JsonDialect extends BlockStyle {
  readonly key: (name: string) => string;
  readonly string: (value: Value) => string;
  readonly words: Readonly<Record<'true' | 'false' | 'null', string>>;
}

export const jsonWords = { true: 'true', false: 'false', null: 'null' } as const;

export function printJson(json: Json, dialect: JsonDialect): string {
  switch (json.kind) {
    case 'object': {
      const members = json.members.map(({ name, value }) => `${dialect.key(name)}: ${printJson(value, dialect)}`);
      return block('{', members, '}', dialect);
    }
    case 'array': {
      const items = json.items.map((item) => printJson(item, dialect));
      return block('[', items, ']', dialect);
    }
    case 'string':
      return dialect.string(toValue(json.text));
    case 'literal': {
      const word = printScalar(json);
      return word === 'true' || word === 'false' || word === 'null' ? dialect.words[word] : word;
    }
  }
}
