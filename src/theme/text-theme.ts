/** Chooses the look of a text diagram: its corners, and the colours of its parts in a terminal. */
import { roles } from '../model/index.js';
import type { Corners, Role } from '../model/index.js';
import { didYouMean } from '../source/index.js';
import type { Report } from '../source/index.js';
import type { Scalar } from '../syntax/index.js';
import { hexText, parseColor } from './color.js';

export interface TextTheme {
  readonly corners: Corners;
  readonly styles: Readonly<Record<Role, TextStyle>>;
}

const attributes = ['bold', 'dim', 'italic', 'underline'] as const;
type Attribute = (typeof attributes)[number];

export interface TextStyle {
  readonly attributes: readonly Attribute[];
  /** `#rrggbb`, or null for the terminal's own. */
  readonly color: string | null;
}

/** A preset's settings; parts without one have the packaged look. */
export interface TextLook {
  /** Null for the packaged corners. */
  readonly corners: Corners | null;
  readonly styles: Readonly<Partial<Record<Role, TextStyle>>>;
}

/**
 * The colours are as far from black as from white, so that they can be read on dark and on light terminals, and each is
 * one of the 256 that terminals agree on. Lines are dimmer than words.
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
  phase: 'bold',
  delay: 'dim',
  ref: '#875fd7',
  note: '#008700',
  link: 'underline',
  'front-request': '#af5f00',
  'front-reply': '#d700af',
  'back-request': '#5f5fff',
  'back-reply': '#008787',
  'local-request': '',
  'local-reply': '',
};

/** The packaged look, overridden by a preset's. */
export function resolveTextTheme({ corners, styles }: TextLook): TextTheme {
  const styleOf = (role: Role): readonly [Role, TextStyle] => [
    role,
    styles[role] ?? readStyle(defaults[role]) ?? plain,
  ];
  return { corners: corners ?? 'square', styles: Object.fromEntries(roles.map(styleOf)) as TextTheme['styles'] };
}

const plain: TextStyle = { attributes: [], color: null };

/** Parses a preset's style for a part of the text diagram: `bold #5f5fff`. Null, with a diagnostic, if a word is not a style. */
export function checkStyle(role: Role, { value, span }: Scalar, report: Report): TextStyle | null {
  const style = readStyle(value);
  if (style) return style;
  const wrong = wordsOf(value).filter((word) => !isAttribute(word) && !parseColor(word));
  report({
    code: 'theme-value',
    severity: 'error',
    message: `${JSON.stringify(role)} can't be ${JSON.stringify(value)}`,
    span,
    hint: `${didYouMean(wrong[0] ?? '', attributes)}expected ${attributes.join(', ')}, and at most one colour`,
  });
  return null;
}

/** Null if a word is not a style. */
function readStyle(words: string): TextStyle | null {
  const named = wordsOf(words);
  const found = attributes.filter((attribute) => named.includes(attribute));
  const colors = named.filter((word) => !isAttribute(word)).map(parseColor);
  if (colors.length > 1 || colors.includes(null)) return null;
  const [color = null] = colors;
  return { attributes: found, color: color && hexText({ ...color, alpha: 1 }) };
}

/** Splits at white space, but not inside a colour such as `rgb(1, 2, 3)`. */
const wordsOf = (words: string): readonly string[] => words.match(/(?:\([^()]*\)|\S)+/g) ?? [];

const isAttribute = (word: string): boolean => attributes.some((attribute) => attribute === word);
