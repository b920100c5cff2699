/** One slide, planned: a list or a table may take several. */
import type { Base, Layout, PlaceholderBox } from '../base.js';
import type { Palette } from '../../scene/index.js';
import type { SlideInk } from '../shapes/index.js';

export interface Page {
  readonly title: string;
  readonly notes: readonly string[];
  readonly layout: Layout;
  readonly colors: Palette;
  /** The parts of its tree, from the first free id; the title is written already. */
  readonly draw: (by: PageInk) => DrawnPage;
}

export interface PageInk extends SlideInk {
  readonly base: Base;
  /** The id of a relationship to the first slide of a section; null where there is none. */
  readonly relateSection: (section: number) => string | null;
}

export interface DrawnPage {
  readonly shapes: string;
  readonly timing: string;
}

/** Of the title, and the first behind it. */
export const TITLE_ID = 2;
export const FIRST_ID = 3;

/** Below the title, in EMU. */
export function roomBelow({ title: { box } }: Layout, { size }: Base): PlaceholderBox {
  const y = box.y + box.cy + Math.round(size.cy / 50);
  return { x: box.x, y, cx: box.cx, cy: Math.round(size.cy * 0.93) - y };
}
