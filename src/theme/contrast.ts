/** Contrast by WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
import type { Diagnostic } from '../diagnostic.js';
import { layOver, parseColor, type Color } from './color.js';
import type { PresetData } from './preset.js';
import type { Theme } from './theme.js';

/** AA for text below 18 point (success criterion 1.4.3). */
const enough = 4.5;

/** What is written on what, where a theme sets both. */
const pairs = [
  { what: 'participants', text: 'actorTextColor', on: 'actorBkg' },
  { what: 'notes', text: 'noteTextColor', on: 'noteBkgColor' },
  { what: 'labels of fragments', text: 'labelTextColor', on: 'labelBoxBkgColor' },
  { what: 'number badges', text: 'sequenceNumberColor', on: 'signalColor' },
] as const;

/** What is written on the page itself. */
const onPage = [
  { what: 'messages', text: 'signalTextColor' },
  { what: 'conditions of fragments', text: 'loopTextColor' },
  { what: 'titles', text: 'textColor' },
] as const;

const darkPage = '#0d1117';

/** Page backgrounds of hosts that draw Mermaid, read off the sites in 2026. */
const hostPages = [
  { host: 'GitHub (light)', background: '#ffffff' },
  { host: 'GitHub (dark)', background: darkPage },
  { host: 'Docusaurus (light)', background: '#ffffff' },
  { host: 'Docusaurus (dark)', background: '#1b1b1d' },
] as const;

/** Text that is hard to read in the diagram, and hosts on whose pages its messages are. */
export function findLowContrast(theme: Theme, { colors }: PresetData): readonly Diagnostic[] {
  const values = new Map(theme.variables.map(({ name, value }) => [name, value]));
  const colorOf = (name: string): Color | null => parseColor(values.get(name) ?? '');
  const page = parseColor(colors?.bg ?? '');
  const inside = [
    ...pairs.map(({ what, text, on }) => ({ what, text, behind: colorOf(on) })),
    ...onPage.map(({ what, text }) => ({ what, text, behind: page })),
  ];
  return [
    ...inside.flatMap(({ what, text, behind }) => tooLow(theme, what, colorOf(text), behind)),
    ...hostsTooLow(theme, colorOf('signalTextColor')),
  ];
}

function tooLow({ name }: Theme, what: string, text: Color | null, behind: Color | null): readonly Diagnostic[] {
  if (!text || !behind) return [];
  const ratio = contrast(text, behind);
  if (ratio >= enough) return [];
  const message = `theme ${name}: the text of ${what} has a contrast of ${ratio.toFixed(1)}:1`;
  return [{ code: 'theme-contrast', severity: 'warning', message, hint: `WCAG AA asks for ${enough}:1` }];
}

/** One message for all: a theme that sets its colours is for light or for dark pages. */
function hostsTooLow({ name }: Theme, text: Color | null): readonly Diagnostic[] {
  if (!text) return [];
  const low = hostPages
    .map(({ host, background }) => ({ host, ratio: contrast(text, parseColor(background) ?? text) }))
    .filter(({ ratio }) => ratio < enough);
  if (low.length === 0) return [];
  const list = low.map(({ host, ratio }) => `${host} ${ratio.toFixed(1)}:1`).join(', ');
  return [
    {
      code: 'theme-contrast',
      severity: 'info',
      message: `theme ${name}: messages can't be read on the pages of ${list}`,
      hint: `WCAG AA asks for ${enough}:1; the preset host takes its colours from the page`,
    },
  ];
}

/** Of a text's colour on GitHub's dark page; null for what is no colour. */
export function contrastOnDark(css: string): number | null {
  const [text, page] = [parseColor(css), parseColor(darkPage)];
  return text && page && contrast(text, page);
}

/** From 1 to 21. A translucent background counts as laid on white. */
export function contrast(text: Color, background: Color): number {
  const behind = layOver(background, { red: 255, green: 255, blue: 255, alpha: 1 });
  const [light = 0, dark = 0] = [luminance(layOver(text, behind)), luminance(behind)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

function luminance({ red, green, blue }: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
