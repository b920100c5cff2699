/** The colours of a theme. */
import type { Palette } from '../../scene/index.js';
import { rgbOf } from './rgb.js';
import type { Rgb } from './rgb.js';
import { slots } from './tokens.js';
import type { Slot } from './tokens.js';

export type Scheme = Readonly<Record<Slot, Rgb>>;

/** What a theme calls them, where a ground is dark that its master calls light. */
export type SlotNames = Readonly<Partial<Record<Slot, Slot>>>;

export type Page = 'light' | 'dark';

/** What a scene without them would have. */
const usual: Readonly<Record<Slot, readonly [token: string, light: string, dark: string]>> = {
  bg1: ['ground', '#ffffff', '#0d1117'],
  tx1: ['ink', '#17202e', '#e6edf3'],
  bg2: ['band', '#e6ebf2', '#222b36'],
  tx2: ['muted', '#526070', '#a0acb9'],
  accent1: ['accent', '#1c5fd0', '#7ab0ff'],
  accent2: ['hue-client', '#5a3eb0', '#bdabff'],
  accent3: ['hue-server', '#17694a', '#72d2a6'],
  accent4: ['hue-third-party', '#855800', '#e3bb66'],
  accent5: ['threat', '#b42318', '#ff9a90'],
  accent6: ['hue-none', '#475467', '#a0acba'],
};

/** A theme's colours, of the colours of scenes. */
export const schemeOf = (colors: Palette, page: Page): Scheme =>
  Object.fromEntries(
    slots.map((slot) => {
      const [token, light, dark] = usual[slot];
      return [slot, rgbOf(colors[token]?.[page] ?? (page === 'dark' ? dark : light))];
    }),
  ) as Record<Slot, Rgb>;

/** What slides without a scene are coloured with. */
export const usualColors: Palette = {
  ...Object.fromEntries(Object.values(usual).map(([token, light, dark]) => [token, { light, dark }])),
  hair: { light: '#d3dbe4', dark: '#384250' },
};
