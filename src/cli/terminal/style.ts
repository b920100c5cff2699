/** Colours messages and text diagrams for a terminal. */
import type { Output, World } from '../world/index.js';
import type { TextStyle } from '../../theme/index.js';

/** SGR codes: on, off. */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
} as const;

export type StyleName = keyof typeof codes;
export type Style = (name: StyleName, text: string) => string;

export const plain: Style = (_name, text) => text;

const colored: Style = (name, text) => {
  const [on, off] = codes[name];
  return text === '' ? '' : `\x1b[${on}m${text}\x1b[${off}m`;
};

/** NO_COLOR (no-color.org) overrides FORCE_COLOR, and both override what the stream supports. */
export function styleFor(output: Output, env: World['env']): Style {
  const { NO_COLOR: no = '', FORCE_COLOR: force, TERM: term } = env;
  if (no !== '') return plain;
  if (force !== undefined) return force === '0' || force === 'false' ? plain : colored;
  return output.isTTY === true && term !== 'dumb' ? colored : plain;
}

/** Paints a piece of a text diagram in its theme's colours; null if the stream takes no colours. */
export function painterFor(output: Output, env: World['env']): ((style: TextStyle, text: string) => string) | null {
  return styleFor(output, env) === plain ? null : paint;
}

function paint({ attributes, color }: TextStyle, text: string): string {
  const on = [...attributes.map((name) => attributeCodes[name]), ...(color ? [`38;5;${nearestOf256(color)}`] : [])];
  return on.length === 0 ? text : `\x1b[${on.join(';')}m${text}\x1b[0m`;
}

const attributeCodes = { bold: 1, dim: 2, italic: 3, underline: 4 } as const;

/** The levels of red, green and blue in the colour cube of xterm's 256 colours, which starts at 16. */
const levels = [0, 95, 135, 175, 215, 255];

/** @param color `#rrggbb` */
function nearestOf256(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    nearestLevel(parseInt(color.slice(start, start + 2), 16)),
  );
  return 16 + 36 * red + 6 * green + blue;
}

const nearestLevel = (value: number): number =>
  levels.reduce(
    (best, level, index) => (Math.abs(level - value) < Math.abs((levels[best] ?? 0) - value) ? index : best),
    0,
  );
