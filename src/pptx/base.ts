/** What a deck stands on: our own masters, or those of a template. */
import type { Page, Scheme, SlotNames } from './colors/index.js';
import type { Part, Relationship } from './package/index.js';

export interface Base {
  /** Of a slide, in EMU. */
  readonly size: { readonly cx: number; readonly cy: number };
  readonly parts: ReadonlyMap<string, Part>;
  readonly presentation: Presentation;
  readonly layouts: {
    readonly diagram: Layout;
    readonly title: Layout | null;
    readonly list: Layout | null;
  };
  /** Of the master and layout of diagrams. */
  readonly scheme: Scheme;
  readonly slotNames: SlotNames;
  /** Whether the scheme was made for scenes. */
  readonly isOwn: boolean;
  readonly page: Page;
  /** The name of the part. */
  readonly notesMaster: string;
}

/** The presentation's own part, without slides. */
export interface Presentation {
  readonly attributes: Readonly<Record<string, string>>;
  /** XML that stands before the list of slides, and behind it. */
  readonly before: string;
  readonly behind: string;
  readonly relationships: readonly Relationship[];
}

/** In EMU. */
export interface PlaceholderBox {
  readonly x: number;
  readonly y: number;
  readonly cx: number;
  readonly cy: number;
}

export interface Placeholder {
  readonly type: string;
  /** '' for none. */
  readonly idx: string;
  readonly box: PlaceholderBox;
  /** Hundredths of points. */
  readonly size: number;
}

export interface Layout {
  /** The name of the part. */
  readonly part: string;
  readonly title: Placeholder;
  /** The subtitle of a title slide, the list of a list slide. */
  readonly body: Placeholder | null;
}
