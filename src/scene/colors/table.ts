/** The colours of pictures on light and on dark pages, chosen for their contrast (WCAG 2.2, 1.4.3 and 1.4.11). */

export type Side = 'light' | 'dark';

/** Everything that has a colour of its own, whatever a flow contains. */
export const table = {
  ground: ['#ffffff', '#0d1117'],
  ink: ['#17202e', '#e6edf3'],
  muted: ['#526070', '#a0acb9'],
  line: ['#3a4657', '#c2ccd6'],
  accent: ['#1c5fd0', '#7ab0ff'],
  life: ['#7f8c9e', '#5f6b7a'],
  frame: ['#75849a', '#748193'],
  hair: ['#d3dbe4', '#384250'],
  // Not white, so that a file for both pages can tell it from the ground.
  card: ['#fefefe', '#171d26'],
  code: ['#f6f8fa', '#12181f'],
  band: ['#e6ebf2', '#222b36'],
  pill: ['#dfe5ed', '#2c3541'],
  badge: ['#e3e8ef', '#2c3542'],
  'ring-digits': ['#174ea6', '#a9cdff'],
  threat: ['#b42318', '#ff9a90'],
  'threat-ground': ['#fdecea', '#3b1a1a'],
  region: ['#fdf3dc', '#2b2412'],
} as const;

export type BaseToken = keyof typeof table;

/** The hues of the zones of every theme, and of what is in no zone: titles, glyphs, edges. */
export const hues: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  user: ['#1b55b5', '#8cb9ff'],
  client: ['#5a3eb0', '#bdabff'],
  server: ['#17694a', '#72d2a6'],
  'third-party': ['#855800', '#e3bb66'],
  untrusted: ['#b3261e', '#ff9a91'],
  none: ['#475467', '#a0acba'],
};

/** The tints of those zones. */
export const tints: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  user: ['#f1f6fe', '#111b2b'],
  client: ['#f5f2fd', '#1a182d'],
  server: ['#eef8f2', '#101f1a'],
  'third-party': ['#fdf7e8', '#221c10'],
  untrusted: ['#fdf1f0', '#291618'],
  none: ['#f5f7f9', '#151a21'],
};

/** The preset's three colours from which {@link table} was made: with these, a preset gets it as it is. */
export const basis = {
  light: { bg: '#ffffff', fg: '#1f2937', accent: '#2563eb' },
  dark: { bg: '#0d1117', fg: '#e6edf3', accent: '#58a6ff' },
} as const;
