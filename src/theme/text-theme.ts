/** How a text diagram looks: its corners, and the colours of its parts in a terminal. */
import { roles } from '../model/index.js';
import type { Corners, Role } from '../model/index.js';
import { nearestOf } from '../source/index.js';
import type { Diagnostic } from '../source/index.js';
import { hexText, parseColor } from './color.js';

export interface TextTheme {
  readonly corners: Corners;
  readonly styles: Readonly<Record<Role, TextStyle>>;
}

export const attributes = ['bold', 'dim', 'italic', 'underline'] as const;
export type Attribute = (typeof attributes)[number];

export interface TextStyle {
  readonly attributes: readonly Attribute[];
  /** `#rrggbb`, or null for the terminal's own. */
  readonly color: string | null;
}

/** What a preset may say: `bold #5f5fff` by role. */
export interface TextThemeData {
  readonly corners?: Corners;
  readonly colors?: Readonly<Record<string, string>>;
}

/**
 * As far from black as from white, so that they are read on a dark terminal and on a light one; each is a colour of the
 * 256 that terminals agree on. Lines step back behind the words.
 */
const defaults: Readonly<Record<Role, string>> = {
  space: '',
  heading: 'bold',
  participant: 'bold',
  box: 'dim',
  lifeline: 'dim',
  activation: '',
  highlight: 'dim',
  fragment: '#875fd7',
  note: '#008700',
  link: 'underline',
  'front-request': '#af5f00',
  'front-reply': '#d700af',
  'back-request': '#5f5fff',
  'back-reply': '#008787',
  'local-request': '',
  'local-reply': '',
};

/** `preset`: its name, for messages. */
export function resolveTextTheme(
  { corners = 'square', colors = {} }: TextThemeData,
  preset: string,
): { readonly theme: TextTheme; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (message: string, hint: string) =>
    diagnostics.push({ code: 'theme-value', severity: 'error', message: `theme "${preset}": ${message}`, hint });
  for (const name of Object.keys(colors)) {
    if (!roles.some((role) => role === name)) {
      report(`unknown part of a text diagram "${name}"`, nearestOf(name, 'parts', roles));
    }
  }
  const styleOf = (role: Role): readonly [Role, TextStyle] => {
    const words = Object.hasOwn(colors, role) ? (colors[role] ?? '') : defaults[role];
    const style = readStyle(words);
    if (style) return [role, style];
    report(
      `${role} can't be ${JSON.stringify(words)}`,
      `expected a colour, ${attributes.join(', ')}, or several of them`,
    );
    return [role, { attributes: [], color: null }];
  };
  const styles = Object.fromEntries(roles.map(styleOf)) as Record<Role, TextStyle>;
  return { theme: { corners, styles }, diagnostics };
}

/** Null where a word is no style. */
function readStyle(words: string): TextStyle | null {
  const named = words.split(/\s+(?![^(]*\))/).filter((word) => word !== '');
  const found = attributes.filter((attribute) => named.includes(attribute));
  const others = named.filter((word) => !attributes.some((attribute) => attribute === word));
  const colors = others.map(parseColor);
  if (others.length > 1 || colors.includes(null)) return null;
  const [color = null] = colors;
  return { attributes: found, color: color && hexText({ ...color, alpha: 1 }) };
}
