/** What a printer of pixels and of paper is asked for. */
import type { Scene } from './scene.js';

export interface PaintRequest {
  /** The flow's id, for messages. */
  readonly id: string;
  readonly format: 'png' | 'pdf';
  /** The pages of a PDF; a PNG has one. */
  readonly scenes: readonly [Scene, ...Scene[]];
  /** The kind of page that the picture is for. */
  readonly page: 'light' | 'dark';
  /** Of a PNG: pixels per px. */
  readonly scale: number;
  /** Of a PNG: its width in pixels, in place of `scale`. */
  readonly width?: number | undefined;
  /** Of a PDF: how large each page is, as a part of its scene's size. Default: 1 for each. */
  readonly pageScales?: readonly number[] | undefined;
  /** In place of the theme's ground. */
  readonly background?: Background | undefined;
}

/** A colour, `#rrggbb`, with its opacity from 0 to 1; or none. */
export type Background = { readonly color: string; readonly opacity: number } | 'none';

export interface Painted {
  readonly bytes: Uint8Array;
  /** Letters (grapheme clusters) that none of the fonts has, each once. */
  readonly missing: readonly string[];
}
