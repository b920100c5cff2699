/** Display width: how many cells of a terminal a text takes. The only place that uses `string-width`. */
import type StringWidth from 'string-width';
import { graphemesOf, isPlain, lazily } from '../source/index.js';

/** The contents of one cell, or of several that belong together: a grapheme cluster with the zero-width ones around it. */
interface Cluster {
  readonly text: string;
  /** At least 1. East Asian wide and emoji are 2, ambiguous is 1. */
  readonly width: number;
}

/** Loaded only for a text that is not plain: it takes longer than the rest of the startup. The build bundles it. */
const loadStringWidth = lazily(() => (require('string-width') as { default: typeof StringWidth }).default);

/** The widths of graphemes: fitting a text asks for widths again and again. There are few, except in texts made to be hard. */
const knownWidths = new Map<string, number>();

function widthOfGrapheme(grapheme: string): number {
  const known = knownWidths.get(grapheme);
  if (known !== undefined) return known;
  const width = loadStringWidth()(grapheme);
  if (grapheme.length <= 16 && knownWidths.size < 10_000) knownWidths.set(grapheme, width);
  return width;
}

// Measuring plain text by characters as well would make the whole layout five times slower.
export function widthOf(text: string): number {
  if (isPlain(text)) return text.length;
  return graphemesOf(text).reduce((width, grapheme) => width + widthOfGrapheme(grapheme), 0);
}

/** A zero-width grapheme joins the cluster before it, or at the start of a text the one after it. A text of no width has none. */
export function clustersOf(text: string): Cluster[] {
  if (isPlain(text)) return Array.from(text, (character) => ({ text: character, width: 1 }));
  const clusters: Cluster[] = [];
  let leading = '';
  for (const grapheme of graphemesOf(text)) {
    const width = widthOfGrapheme(grapheme);
    const before = clusters.at(-1);
    if (width > 0) {
      clusters.push({ text: leading + grapheme, width });
      leading = '';
    } else if (before) clusters[clusters.length - 1] = { text: before.text + grapheme, width: before.width };
    else leading += grapheme;
  }
  return clusters;
}
