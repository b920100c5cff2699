/** The widths of a user's own fonts, for the layout of pictures. */
import type { FontWidths } from '../model/index.js';
import { advancesOf } from './advances.js';
import type { Advances } from './advances.js';
import type { OwnFont } from './own-font.js';

/** Heavier files are the bold face of their family. */
const BOLD = 600;

/** One for each family, which may have a file for each face. A damaged font, which another reader may accept, has none. */
export function fontWidthsOf(fonts: readonly OwnFont[]): readonly FontWidths[] {
  const families = new Map<string, readonly OwnFont[]>();
  for (const font of fonts) families.set(font.family, [...(families.get(font.family) ?? []), font]);
  return [...families].flatMap(([family, files]): FontWidths[] => {
    const faces = files.flatMap(({ content }) => readAdvances(content) ?? []);
    const bold = faces.find(({ weight }) => weight >= BOLD);
    const regular = faces.find(({ weight }) => weight < BOLD);
    const [first] = faces;
    if (!first) return [];
    const hash = files.map((font) => font.hash).join(' ');
    return [{ family, hash, regular: (regular ?? first).advanceOf, bold: (bold ?? first).advanceOf }];
  });
}

function readAdvances(content: Buffer): Advances | null {
  try {
    return advancesOf(content);
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}
