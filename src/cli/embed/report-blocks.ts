/** Reports blocks that are not current. */
import { resolve } from 'node:path';
import { quoteWord } from '../grammar/index.js';
import type { World } from '../world/index.js';
import type { EmbeddedBlock, EmbeddedDocument } from '../../docs/index.js';
import { findMergeConflict, mergeConflict } from '../../source/index.js';
import type { Diagnostic, Span } from '../../source/index.js';
import { formatterHint } from './formatter.js';

/** Reports text between the markers that was edited by hand, and would be lost. */
export const reportEdited = ({ blocks }: EmbeddedDocument, world: World): readonly Diagnostic[] =>
  blocks.filter(({ state }) => state === 'edited').map((block) => editedBlock(block, world));

export function editedBlock(block: EmbeddedBlock, world: World): Diagnostic {
  const { begin, end, flowPath, text, wanted } = block;
  const { path } = begin.span.source;
  const document = quoteWord(path);
  const conflict = findMergeConflict({ path, text });
  if (conflict) return mergeConflict(changedLine(block), `discard both sides with: authflow embed --force ${document}`);
  const formatted = formatterHint(resolve(world.cwd, path), text, wanted, path, world);
  if (formatted !== null) {
    return {
      code: 'unedited-blocks',
      severity: 'error',
      message: 'this block was formatted, and differs from what authflow writes',
      span: changedLine(block),
      hint: `${formatted}, then run: authflow embed --force ${document}`,
    };
  }
  const isOurs = end.words.includes('checksum=');
  const instead = flowPath === null ? '' : `edit ${flowPath} instead, or `;
  return {
    code: 'unedited-blocks',
    severity: 'error',
    message: isOurs
      ? 'this block was edited by hand'
      : 'this block contains text that authflow did not write and would replace',
    span: changedLine(block),
    hint: `${isOurs ? instead : 'move the text out of the block, or '}discard it with: authflow embed --force ${document}`,
  };
}

/** The first line that differs from the expected text, if it can be found. */
export function changedLine({ between, text, wanted, begin }: EmbeddedBlock): Span {
  const [lines, wantedLines] = [text.split('\n'), wanted.split('\n')];
  const index = lines.findIndex((line, at) => line !== wantedLines[at]);
  const line = lines[index]?.trim() ?? '';
  const { source, start, end } = between;
  const at = line === '' ? -1 : source.text.slice(start, end).indexOf(line, offsetOf(lines, index));
  return at === -1 ? begin.span : { source, start: start + at, end: start + at + line.length };
}

/** The minimum offset of a line in the block. */
const offsetOf = (lines: readonly string[], index: number): number =>
  lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
