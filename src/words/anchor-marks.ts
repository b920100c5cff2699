/**
 * Gives combining marks without a letter one: U+25CC, as the Unicode Standard prints them (§24.1). Without it, a mark would be drawn
 * over the border of its box, or over the blank before it.
 */
import type { Script } from '../model/index.js';
import { mapTexts } from './map-texts.js';

export const anchorMarks = (script: Script): Script => {
  const anchor = (text: string): string => text.replace(loneMarks, `\u25cc$&`);
  return mapTexts(script, { said: anchor, own: anchor });
};

/** At the start of a text, or after a blank: there, a line may be broken. What has no shape is left alone. */
export const loneMarks = /(?<![^ \t])(?!\p{Default_Ignorable_Code_Point})\p{M}+/gu;
