/** Measures contrast as WCAG 2.2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
import { wcagContrast } from 'culori/fn';
import type { ThemeChoice } from '../model/index.js';
import type { Diagnostic } from '../source/index.js';
import { layOver, parseColor, type Color } from './color.js';
import type { PresetData } from './preset-data.js';
import type { Theme } from './theme.js';

/** AA for text below 18 point (success criterion 1.4.3). */
const enough = 4.5;

/** Texts and their backgrounds, checked where a theme sets both. */
const pairs = [
  { what: 'participants', text: 'actorTextColor', on: 'actorBkg' },
  { what: 'notes', text: 'noteTextColor', on: 'noteBkgColor' },
  { what: 'labels of fragments', text: 'labelTextColor', on: 'labelBoxBkgColor' },
  { what: 'number badges', text: 'sequenceNumberColor', on: 'signalColor' },
] as const;

/** Texts directly on the page. */
const onPage = [
  { what: 'messages', text: 'signalTextColor' },
  { what: 'conditions of fragments', text: 'loopTextColor' },
  { what: 'titles', text: 'textColor' },
] as const;

/** GitHub's dark page. */
export const darkPage = '#0d1117';

/** Page backgrounds of hosts that draw Mermaid, taken from the sites in 2026. */
const hostPages = [
  { host: 'GitHub (light)', page: 'light', background: '#ffffff' },
  { host: 'GitHub (dark)', page: 'dark', background: darkPage },
  { host: 'Docusaurus (light)', page: 'light', background: '#ffffff' },
  { host: 'Docusaurus (dark)', page: 'dark', background: '#1b1b1d' },
] as const;

/** The colour of messages in the themes that hosts use: Mermaid's default and dark. */
const hostTexts = { light: '#333333', dark: '#cccccc' } as const;

type Pages = ThemeChoice['pages'];

const hostsOn = (pages: Pages) => hostPages.filter(({ page }) => pages === 'both' || page === pages);

/** Reports text that is hard to read in the diagram, and hosts on whose pages messages are hard to read. */
export function findLowContrast(theme: Theme, { colors }: PresetData, pages: Pages): readonly Diagnostic[] {
  const values = new Map(theme.variables.map(({ name, value }) => [name, value]));
  const colorOf = (name: string): Color | null => parseColor(values.get(name) ?? '');
  const page = parseColor(colors?.bg ?? '');
  const inside = [
    ...pairs.map(({ what, text, on }) => ({ what, text, behind: colorOf(on) })),
    ...onPage.map(({ what, text }) => ({ what, text, behind: page })),
  ];
  return [
    ...inside.flatMap(({ what, text, behind }) => tooLow(theme, what, colorOf(text), behind)),
    ...hostsTooLow(theme, colorOf('signalTextColor'), pages),
  ];
}

function tooLow({ name }: Theme, what: string, text: Color | null, behind: Color | null): readonly Diagnostic[] {
  if (!text || !behind) return [];
  const ratio = contrast(text, behind);
  if (ratio >= enough) return [];
  const message = `theme ${name}: the text of ${what} has a contrast of ${ratio.toFixed(1)}:1`;
  return [{ code: 'theme-contrast', severity: 'warning', message, hint: `WCAG AA requires ${enough}:1` }];
}

/** All hosts share one message: a theme that sets its colours suits either light or dark pages. */
function hostsTooLow({ name }: Theme, text: Color | null, pages: Pages): readonly Diagnostic[] {
  if (!text) return [];
  const list = lowList(hostsOn(pages).map(({ host, background }) => ({ host, text, background: hex(background) })));
  if (list === '') return [];
  return [
    {
      code: 'theme-contrast',
      severity: 'info',
      message: `theme ${name}: messages can't be read on the pages of ${list}`,
      hint: `WCAG AA requires ${enough}:1; the preset "host" takes its colours from the page, and "pages" limits which pages count`,
    },
  ];
}

interface Reading {
  /** '' for a theme's own page. */
  readonly host: string;
  readonly text: Color;
  readonly background: Color;
}

/**
 * Lists hosts where messages can't be read on `color` of a box or region: `GitHub (dark) 1.2:1`. Empty if they can be read
 * everywhere.
 */
export function lowContrastOn(color: Color, theme: Theme, pages: Pages): string {
  return lowList(
    readings(theme, pages).map((reading) => ({ ...reading, background: layOver(color, reading.background) })),
  );
}

/**
 * The backgrounds of a theme's messages, with the text's colour. None on paper, where boxes have no colour.
 */
function readings({ page, background, variables }: Theme, pages: Pages): readonly Reading[] {
  if (page === 'paper') return [];
  const own = parseColor(variables.find(({ name }) => name === 'signalTextColor')?.value ?? '');
  if (page !== 'any') return [{ host: '', text: own ?? hex(hostTexts[page]), background: hex(background) }];
  return hostsOn(pages).map((host) => ({
    host: host.host,
    text: own ?? hex(hostTexts[host.page]),
    background: hex(host.background),
  }));
}

const lowList = (all: readonly Reading[]): string =>
  all
    .map(({ host, text, background }) => ({ host, ratio: contrast(text, background) }))
    .filter(({ ratio }) => ratio < enough)
    .map(({ host, ratio }) => `${host} ${ratio.toFixed(1)}:1`.trim())
    .join(', ');

/** Parses a colour that is known to be valid. */
function hex(css: string): Color {
  const color = parseColor(css);
  if (!color) throw new Error(`not a colour: ${css}`);
  return color;
}

/** The contrast of a text's colour on GitHub's dark page; null if it is not a colour. */
export function contrastOnDark(css: string): number | null {
  const [text, page] = [parseColor(css), parseColor(darkPage)];
  return text && page && contrast(text, page);
}

const white: Color = { mode: 'rgb', r: 1, g: 1, b: 1 };

/** From 1 to 21. A translucent background counts as on white. */
export function contrast(text: Color, background: Color): number {
  const behind = layOver(background, white);
  return wcagContrast(layOver(text, behind), behind);
}
