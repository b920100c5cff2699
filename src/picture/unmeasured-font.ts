/** Tells that a picture is set in a font with which it was not laid out. */
import { measuredFont } from '../scene/index.js';
import type { Diagnostic, Span } from '../source/index.js';

/** `families`: names of fonts, separated by commas; '' for none. */
export const firstFamily = (families: string): string => families.split(',')[0]?.trim() ?? '';

/**
 * Null where the first font is the one that is measured, or there is none.
 *
 * @param families names of fonts, separated by commas
 * @param span where they are said
 */
export function unmeasuredFont(families: string, span: Span | undefined): Diagnostic | null {
  const first = firstFamily(families);
  if (first === '' || first.toLowerCase() === measuredFont.toLowerCase()) return null;
  return {
    code: 'measured-fonts',
    severity: 'info',
    message: `pictures in ${JSON.stringify(first)} are laid out with the widths of ${measuredFont}`,
    span,
    hint: `where ${first} is wider, texts can meet lines; measure it by naming its files: fonts: in authflow.config.yaml`,
  };
}
