/**
 * A layout cut into bands of a few rows. A whole diagram of cells does not fit into a processor's cache; painted and printed
 * band by band, in one small grid that is used again, a row costs the same in a long diagram as in a short one.
 */
import type { Layout, RowKind } from '../place/index.js';

/** Some rows of a layout, with all that reaches into them. Elements keep their places in the whole. */
export interface Band extends Pick<Layout, 'lifelines' | 'lines' | 'boxes' | 'texts'> {
  readonly top: number;
  readonly rows: readonly RowKind[];
}

/**
 * Cells of a band, about. So few that its grid stays in a processor's cache; so many that its text is over 128 KB, which
 * V8's garbage collector leaves where it is: smaller ones it copies, and a long diagram then costs half as much again a row.
 */
const bandCells = 80_000;

/** Rows of a band: at least one, whatever the width. */
export const bandHeight = (width: number): number => Math.max(1, Math.floor(bandCells / Math.max(1, width)));

export function cutBands(layout: Layout): readonly Band[] {
  const height = bandHeight(layout.width);
  const count = Math.ceil(layout.rows.length / height);
  const share = <T>(elements: readonly T[], rowsOf: (element: T) => { top: number; bottom: number }): T[][] => {
    const shares = Array.from({ length: count }, (): T[] => []);
    for (const element of elements) {
      const { top, bottom } = rowsOf(element);
      const last = Math.floor(bottom / height);
      for (let band = Math.floor(top / height); band <= last; band += 1) shares[band]?.push(element);
    }
    return shares;
  };
  const lifelines = share(layout.lifelines, (lifeline) => lifeline);
  const lines = share(layout.lines, (line) => line);
  const boxes = share(layout.boxes, (box) => box);
  const texts = share(layout.texts, ({ row }) => ({ top: row, bottom: row }));
  return Array.from({ length: count }, (_, band) => ({
    top: band * height,
    rows: layout.rows.slice(band * height, (band + 1) * height),
    lifelines: lifelines[band] ?? [],
    lines: lines[band] ?? [],
    boxes: boxes[band] ?? [],
    texts: texts[band] ?? [],
  }));
}
