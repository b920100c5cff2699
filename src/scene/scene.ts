/**
 * A picture, laid out: texts, rectangles, lines and paths with their places. Printers only write it down. Lengths are px; x goes
 * right and y goes down, from the upper left corner.
 */
import type { Arrow } from '../model/index.js';

export interface Scene {
  /** The flow's id. */
  readonly id: string;
  /** BCP 47; '' where neither the flow nor its project names a language. */
  readonly lang: string;
  /** For readers who can't see the picture, each in one line; '' for none. */
  readonly title: string;
  readonly description: string;
  /** Whole px. */
  readonly width: number;
  readonly height: number;
  /** What each {@link Token} stands for. */
  readonly colors: Palette;
  /** CSS font lists. */
  readonly fonts: Readonly<Record<Font, string>>;
  /** What lies under the steps: the ground, zones, regions, frames, lifelines, bands, bars, redirects. */
  readonly under: readonly Item[];
  /** In reading order. */
  readonly steps: readonly SceneStep[];
  /** Around and above the steps: the heading, titles of zones, names of participants, the legend. */
  readonly heads: readonly Item[];
}

/** The name of a colour: `ink`, `zone-user-tint`. */
export type Token = string;

/** `#rrggbb`, for light and for dark pages. */
export type Palette = Readonly<Record<Token, { readonly light: string; readonly dark: string }>>;

export type Font = 'sans' | 'mono';

/** What one step of the script draws. */
export interface SceneStep {
  /** The id of the flow's step. Several groups can belong to one step: the branches of a fragment, the messages of a redirect. */
  readonly step: string;
  readonly kind: 'message' | 'note' | 'branch' | 'phase' | 'delay' | 'ref' | 'region';
  /** What it says, in one line, for tooltips and readers who can't see it. */
  readonly title: string;
  /** The participants that it is about, from left to right; none for a phase. */
  readonly participants: readonly string[];
  /** The height that it takes, attached notes included. */
  readonly top: number;
  readonly bottom: number;
  readonly items: readonly Item[];
  /** Of a message only. */
  readonly message?: SceneMessage;
}

/** Between which lifelines an arrow is. Its lines, heads and colours are items. */
export interface SceneMessage {
  /** Participants; null for nowhere. Equal for a self-message. */
  readonly from: string | null;
  readonly to: string | null;
  readonly arrow: Arrow;
  readonly isReply: boolean;
  /** As written: `3`; '' for none. */
  readonly number: string;
}

export type Item = Shape | TextItem | Link;

export type Shape = Rect | Line | Path;

/** What an item is for. The checker's rules depend on it. */
export type Role =
  | 'ground'
  | 'zone'
  | 'region'
  | 'frame'
  | 'branch-line'
  | 'lifeline'
  | 'band'
  | 'phase-rule'
  | 'bar'
  | 'redirect-bar'
  | 'end'
  | 'arrow'
  | 'arrow-head'
  | 'badge'
  | 'mark'
  | 'card'
  | 'pill'
  | 'tag'
  | 'head'
  | 'glyph'
  | 'label'
  | 'note'
  | 'number'
  | 'zone-title'
  | 'name'
  | 'phase'
  | 'operator'
  | 'branch'
  | 'delay'
  | 'ref'
  | 'heading'
  | 'summary'
  | 'spec'
  | 'legend'
  | 'legend-sample';

interface ItemBase {
  readonly role: Role;
  /** The participant that it belongs to, if it belongs to one: `data-p`. */
  readonly participant?: string;
}

export interface Rect extends ItemBase {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of the corners; 0 for square ones. */
  readonly radius: number;
  readonly fill: Token | null;
  readonly stroke: Stroke | null;
  /** Of a bar: the sides on which it goes on, behind a text or in another part. Absent where it is whole. */
  readonly open?: 'above' | 'below' | 'both';
}

export interface Line extends ItemBase {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: Stroke;
}

export interface Path extends ItemBase {
  readonly kind: 'path';
  /** Where the path's own origin is. */
  readonly x: number;
  readonly y: number;
  /** SVG path data, relative to the origin. */
  readonly d: string;
  /** What it covers, relative to the origin: left, top, right, bottom. */
  readonly box: readonly [number, number, number, number];
  readonly fill: Token | null;
  readonly stroke: Stroke | null;
}

export interface Stroke {
  readonly color: Token;
  readonly width: number;
  /** `5 4`; '' for a whole line. */
  readonly dash: string;
  /** Round ends and joins. */
  readonly round: boolean;
}

/** One line of text. */
export interface TextItem extends ItemBase {
  readonly kind: 'text';
  /** The place that `anchor` names, and the baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly font: Font;
  readonly size: number;
  /** The height of its line: the baseline is at its middle + 0.355 × `size`. */
  readonly lineHeight: number;
  /** In reading order; at least one. */
  readonly runs: readonly Run[];
  /** Whether its base direction is right to left; `start` is then its right end. */
  readonly isRtl: boolean;
  /** Of all runs, by the table of widths. */
  readonly width: number;
}

export interface Run {
  readonly text: string;
  readonly isBold: boolean;
  readonly color: Token;
}

/** Items that lead somewhere. */
export interface Link extends ItemBase {
  readonly kind: 'link';
  /** http or https; or, for another flow, the file of its picture beside this one. */
  readonly href: string;
  readonly items: readonly (Shape | TextItem)[];
}
