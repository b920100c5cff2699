/** The text diagram: lines to fit, words to room, room to columns, columns to rows, rows to ink. */
import type { Script } from '../model/index.js';
import { fitScript } from './fit/index.js';
import { inkRows } from './ink/index.js';
import type { AsciiView } from './ink/index.js';
import { placeDiagram } from './place/index.js';
import { glyphsOf, styles, type AsciiOptions } from './options.js';

/**
 * Lays out a script. Total: every script has a diagram, and everything that the script says is in it. Where the script can't
 * be as narrow as `options.width` asks for, `width` of the view is greater.
 */
export function asciiView(script: Script, options: AsciiOptions): AsciiView {
  const style = styles[options.style];
  const glyphs = glyphsOf(options);
  const { measured, columns } = fitScript(script, options);
  const layout = placeDiagram(measured, columns, style, glyphs);
  return inkRows(layout, glyphs);
}
