/** Colours of boxes and regions, as Mermaid's `box` and `rect` read them. */
import { cssText, parseColor } from './color.js';
import type { Theme } from './theme.js';

/** Of a box: its own colour, else its zone's, else the theme's; on paper always the theme's. */
export function boxColor(theme: Theme, color: string, zone: string): string {
  return theme.page === 'paper' ? theme.boxColor : (safeColor(color) ?? theme.zones.get(zone) ?? theme.boxColor);
}

/** Of a highlighted region: its own colour, else the theme's; of a zone's row in a legend that of its boxes. */
export function regionColor(theme: Theme, color: string, zone: string): string {
  if (zone !== '') return boxColor(theme, color, zone);
  return theme.page === 'paper' ? theme.highlightColor : (safeColor(color) ?? theme.highlightColor);
}

/** As written where Mermaid reads that: it takes `#` for a comment. Null for what is no colour, and must not get into a picture. */
export function safeColor(color: string): string | null {
  const parsed = parseColor(color);
  if (!parsed) return null;
  return /^(?:(?:rgb|hsl)a?\([\d\s.,%]+\)|[a-z]+)$/.test(color) ? color : cssText(parsed);
}
