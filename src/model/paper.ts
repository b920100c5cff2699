/** The paper that pictures are cut for. */

/** The area of a page that a picture may take, in mm. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

/**
 * The text areas of asciidoctor-pdf's default theme (margins of 13 mm above and 17 mm elsewhere), less 12 mm for a caption, in
 * whole mm: pages of 210 × 297 mm and of 8.5 × 11 inches.
 */
export const papers = {
  a4: { width: 175, height: 255 },
  letter: { width: 181, height: 237 },
} as const satisfies Readonly<Record<string, Paper>>;

/** `a4`, `letter` or an area, `160x230mm`; null for anything else. */
export function readPaper(text: string): Paper | null {
  if (Object.hasOwn(papers, text)) return papers[text as keyof typeof papers];
  const [, width, height] = /^(\d{2,4}(?:\.\d+)?)x(\d{2,4}(?:\.\d+)?) ?mm$/.exec(text) ?? [];
  const paper = { width: Number(width), height: Number(height) };
  return paper.width >= SMALLEST && paper.height >= SMALLEST ? paper : null;
}

/** A head and a step have room on it. */
const SMALLEST = 50;
