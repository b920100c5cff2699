/** Builds the text diagram in stages: fit, measure, columns, rows, ink. */
import type { Script } from '../model/index.js';
import { fitScript } from './fit/index.js';
import { inkRows } from './ink/index.js';
import type { AsciiView } from './ink/index.js';
import { placeDiagram } from './place/index.js';
import { glyphsOf, styleOf, type AsciiOptions } from './options.js';

/**
 * Lays out a script. Never fails: every script has a diagram, which contains everything that the script says. If it can't
 * be as narrow as `options.width`, `width` of the view is greater.
 */
export function asciiView(script: Script, options: AsciiOptions): AsciiView {
  const glyphs = glyphsOf(options);
  const { fitted, measured, columns } = fitScript(script, options);
  const layout = placeDiagram(measured, columns, styleOf(options, fitted), glyphs);
  return inkRows(layout, glyphs);
}
