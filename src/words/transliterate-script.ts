/** Transliterates a script for output in plain ASCII, and reports the texts that changed. */
import type { Flow, Script } from '../model/index.js';
import type { Diagnostic, Report } from '../source/index.js';
import { mapTexts } from './map-texts.js';
import { transliterate } from './transliterate.js';

/** Transliterates a text into plain ASCII. */
type Respell = (text: string) => string;

/** Makes one report for all texts. */
export function transliterateScript(script: Script, { lang, span }: Flow, report: Report): Script {
  const changed = new Map<string, string>();
  const spell: Respell = (text) => transliterate(text, lang);
  const respell: Respell = (original) => {
    const written = spell(original);
    if (written !== original) changed.set(original.trim(), written.trim());
    return written;
  };
  const written = mapTexts(script, { said: respell, own: spell });
  if (changed.size > 0) report({ ...respelled(changed), span });
  return written;
}

/** How many texts the message names; the rest are counted. */
const named = 5;

function respelled(changed: ReadonlyMap<string, string>): Diagnostic {
  const pairs = [...changed].map(([text, written]) => `"${text}" as "${written}"`);
  const more = pairs.length - named;
  return {
    code: 'ascii-charset',
    severity: 'info',
    message: `in ASCII the text diagram writes ${pairs.slice(0, named).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    hint: 'give other words for the text diagram under "ascii:"',
  };
}
