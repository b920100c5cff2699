/** Prints options as words of a command line, for commands in reports. */
import { flagOf } from './options.js';
import type { OptionName, OptionValues } from './options.js';
import { quoteWord } from './quote-word.js';

/** The given options, quoted for a shell. */
export function optionWords(values: OptionValues, names: readonly OptionName[]): string[] {
  return names.flatMap((name) => {
    const value: unknown = values[name];
    if (value === undefined) return [];
    return value === true ? [flagOf(name)] : valueWords(value).flatMap((word) => [flagOf(name), quoteWord(word)]);
  });
}

function valueWords(value: unknown): string[] {
  if (Array.isArray(value)) return [value.join(',')];
  if (typeof value !== 'object' || value === null) return [String(value)];
  if ('width' in value && 'height' in value) return [`${String(value.width)}x${String(value.height)}`];
  return Object.entries(value).map(([name, text]) => `${name}=${text as string}`);
}
