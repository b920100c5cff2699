/** Tells that a picture is set in a font with which it was not laid out. */
import type { Diagnostic, Span } from '../source/index.js';

/** The font whose widths scene/type/font-widths.ts has. */
const MEASURED = 'Noto Sans';

/**
 * Null where the first font is the one that is measured, or there is none.
 *
 * @param families names of fonts, separated by commas
 * @param span where they are said
 */
export function unmeasuredFont(families: string, span: Span | undefined): Diagnostic | null {
  const [first = ''] = families.split(',').map((family) => family.trim());
  if (first === '' || first.toLowerCase() === MEASURED.toLowerCase()) return null;
  return {
    code: 'measured-fonts',
    severity: 'info',
    message: `pictures in ${JSON.stringify(first)} are laid out with the widths of ${MEASURED}`,
    span,
    hint: `look at a picture: where ${first} is wider, texts can meet lines; "${MEASURED}" as the first font is measured`,
  };
}
