/** The paper that pictures are cut for. */

/** The area of a page that a picture may take, in mm. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  /** The whole page, which a PDF has; undefined where only the area is known. */
  readonly sheet?: { readonly width: number; readonly height: number } | undefined;
}

/**
 * The text areas of asciidoctor-pdf's default theme (margins of 13 mm above and 17 mm elsewhere), less 12 mm for a caption, in
 * whole mm: pages of 210 × 297 mm and of 8.5 × 11 inches.
 */
export const papers = {
  a4: { width: 175, height: 255, sheet: { width: 210, height: 297 } },
  letter: { width: 181, height: 237, sheet: { width: 215.9, height: 279.4 } },
} as const satisfies Readonly<Record<string, Paper>>;

/** `a4`, `letter`, or an area of at least 50 mm each way: `160x230mm`. */
export const paperName =
  /^(?:a4|letter|((?:[5-9]\d|[1-9]\d{2,3})(?:\.\d+)?)x((?:[5-9]\d|[1-9]\d{2,3})(?:\.\d+)?) ?mm)$/;

/** Null for what is no {@link paperName}. */
export function readPaper(text: string): Paper | null {
  const found = paperName.exec(text);
  if (!found) return null;
  const [, width, height] = found;
  return width === undefined ? papers[text as keyof typeof papers] : { width: Number(width), height: Number(height) };
}
