/** The changes that may be made to a script so that it fits, in the order in which they are given up. */
import type { Spacing, Style } from '../options.js';
import { breaks } from './pieces.js';

export interface Way {
  /** The minimum width to which texts of messages, notes and branches are wrapped. */
  readonly least: number;
  /** The kinds of places inside words where they may break to reach that width. */
  readonly breaks: keyof typeof breaks;
  /** Whether names break at spaces, and then at the same places inside words. */
  readonly names: boolean;
  /** Whether boxes are drawn, and the shapes of participants named in their heads; otherwise they are listed below. */
  readonly boxes: boolean;
  readonly spacing: Spacing;
  /** Whether ids may replace names. */
  readonly ids: boolean;
  /** The texts that footnotes may replace. */
  readonly footnotes: 'none' | 'long' | 'any';
}

/** The minimum width that lines are wrapped to. */
export const narrowestLine = 7;

const messages: Way = {
  least: 16,
  breaks: 'paths',
  names: false,
  boxes: true,
  spacing: 'usual',
  ids: false,
  footnotes: 'none',
};
const words: Way = { ...messages, breaks: 'names' };
const names: Way = { ...words, least: 12, breaks: 'humps', names: true };
const tight: Way = { ...names, least: 9, spacing: 'tight' };
const withoutBoxes: Way = { ...names, boxes: false };
const withoutBoxesTight: Way = { ...withoutBoxes, least: narrowestLine, breaks: 'placeholders', spacing: 'tight' };
const dense: Way = { ...withoutBoxesTight, spacing: 'dense' };
const above: Way = { ...dense, spacing: 'above' };
const ids: Way = { ...above, ids: true };
const footnotes: Way = { ...ids, footnotes: 'long' };
const everything: Way = { ...footnotes, breaks: 'anywhere', footnotes: 'any' };

/** What costs a reader the least is given up first. */
const all: readonly Way[] = [
  messages,
  words,
  names,
  tight,
  withoutBoxes,
  withoutBoxesTight,
  dense,
  above,
  ids,
  footnotes,
  everything,
];

/** The ways for a style, best first. */
export const waysFor = ({ inside }: Style): readonly Way[] => (inside ? all : all.filter((way) => way !== above));
