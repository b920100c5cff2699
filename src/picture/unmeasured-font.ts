/** Tells that a picture is set in a font with which it was not laid out. */
import { measuredFont } from '../scene/index.js';
import type { Diagnostic, Span } from '../source/index.js';

/**
 * Null where the first font is the one that is measured, or there is none.
 *
 * @param families names of fonts, separated by commas
 * @param span where they are said
 */
export function unmeasuredFont(families: string, span: Span | undefined): Diagnostic | null {
  const [first = ''] = families.split(',').map((family) => family.trim());
  if (first === '' || first.toLowerCase() === measuredFont.toLowerCase()) return null;
  return {
    code: 'measured-fonts',
    severity: 'info',
    message: `pictures in ${JSON.stringify(first)} are laid out with the widths of ${measuredFont}`,
    span,
    hint: `look at a picture: where ${first} is wider, texts can meet lines; "${measuredFont}" as the first font is measured`,
  };
}
