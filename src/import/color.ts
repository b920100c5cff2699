import { parseColor } from '../theme/index.js';

/** As written, in lower case; null for what is no colour. */
export function readColor(color: string): string | null {
  const text = color.trim().toLowerCase();
  return parseColor(text) ? text : null;
}
