/** Colours of messages. */
import type { Output, World } from './world.js';

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

/** NO_COLOR (no-color.org) goes before FORCE_COLOR, and both before what the stream is. */
export function styleFor(output: Output, env: World['env']): Style {
  const { NO_COLOR: no = '', FORCE_COLOR: force, TERM: term } = env;
  if (no !== '') return plain;
  if (force !== undefined) return force === '0' || force === 'false' ? plain : colored;
  return output.isTTY === true && term !== 'dumb' ? colored : plain;
}
