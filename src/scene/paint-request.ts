/** What a printer of pixels and of paper is asked for. */
import type { FaceText } from '../model/index.js';
import type { Scene } from './scene.js';

export interface PaintRequest {
  /** The flow's id, for messages. */
  readonly id: string;
  readonly format: 'png' | 'pdf';
  /** Of a PDF; a PNG has one. */
  readonly pages: readonly [PaintedPage, ...PaintedPage[]];
  /** Of a PDF: the paper, if its pages have the size of that. Otherwise each has the size of its scene. */
  readonly sheet?: Sheet | undefined;
  /** The kind of page that the picture is for. */
  readonly page: 'light' | 'dark';
  /** Of a PNG: pixels per px. */
  readonly scale: number;
  /** Of a PNG: its width in pixels, in place of `scale`. */
  readonly width?: number | undefined;
  /** In place of the theme's ground. */
  readonly background?: Background | undefined;
}

/** A page of paper, in px: 96 are an inch. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Above its scene, which is in the middle between left and right. */
  readonly top: number;
}

export interface PaintedPage {
  readonly scene: Scene;
  /** All letters of its texts. */
  readonly faces: readonly FaceText[];
  /** Of a PDF: how large it is on the page, as a part of its scene's size. */
  readonly scale: number;
}

/** A colour, `#rrggbb`, with its opacity from 0 to 1; or none. */
export type Background = { readonly color: string; readonly opacity: number } | 'none';

export interface Painted {
  readonly bytes: Uint8Array;
  /** Letters (grapheme clusters) that none of the fonts has, each once. */
  readonly missing: readonly string[];
}
