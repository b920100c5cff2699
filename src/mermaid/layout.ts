/**
 * Keeps the blanks of texts, and the layout of notes: a picture draws several blanks as one, none at the beginning of a line, and
 * centres each line of a note. Tried in Mermaid 10.9, 11.17 and 12.3.
 */
import { flatWithNotes } from '../model/index.js';
import type { Lines, Script, ScriptStep } from '../model/index.js';
import type { MermaidOptions } from './context.js';

type Layout = Pick<MermaidOptions, 'keepsLayout'>;

/** No-break spaces keep their width. The last of several inside a line stays a blank, where the line may be broken. */
export const keepBlanks = (lines: Lines, { keepsLayout }: Layout): Lines =>
  keepsLayout
    ? lines.map((line) =>
        line
          .replace(/^ +(?=[^ ])/, (blanks) => '\u00a0'.repeat(blanks.length))
          .replace(/(?<=[^ ]) {2,}(?=[^ ])/g, (blanks) => `${'\u00a0'.repeat(blanks.length - 1)} `),
      )
    : lines;

/** The alignment of notes: on the left where one has indented lines, which are a layout only if they begin at the same edge. */
export const noteAlignOf = ({ steps }: Script, { keepsLayout }: Layout): 'left' | '' =>
  keepsLayout && [...flatWithNotes<ScriptStep>(steps)].some((step) => step.kind === 'note' && isLaidOut(step.lines))
    ? 'left'
    : '';

const isLaidOut = (lines: Lines): boolean => lines.length > 1 && lines.some((line) => /^[ \t]+\S/.test(line));
