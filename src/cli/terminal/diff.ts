/** Prints unified diffs of bounded size. */
import { maskSecrets } from '../../secrets/index.js';
import type { Source } from '../../source/index.js';
import { count, printable } from './printable.js';
import type { Style, StyleName } from './style.js';

const MAX_LINES = 200;
/** Beyond this many changed lines, a diff is useless and takes long to compute. */
const MAX_CHANGES = 2000;

const colors: Readonly<Record<string, StyleName>> = { '-': 'red', '+': 'green', '@': 'blue' };

/** The changes from the current text to the wanted one; both with LF. Ends with a line break. */
export async function formatDiff(current: Source, wanted: string, style: Style): Promise<string> {
  const { structuredPatch } = await import('diff');
  const names = [`a/${current.path}`, `b/${current.path}`] as const;
  // Secrets are masked, because a diff is only read, never applied.
  const patch = structuredPatch(...names, maskSecrets(current.text), maskSecrets(wanted), undefined, undefined, {
    context: 3,
    maxEditLength: MAX_CHANGES,
  });
  const header = [style('bold', `--- ${names[0]}`), style('bold', `+++ ${names[1]}`)];
  if (!patch) return `${header.join('\n')}\nmore than ${MAX_CHANGES} lines differ\n`;
  const lines = patch.hunks.flatMap((hunk) => [
    `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
    ...hunk.lines,
  ]);
  const shown = lines.slice(0, MAX_LINES).map((line) => {
    const color = colors[line.charAt(0)];
    return color ? style(color, printable(line)) : printable(line);
  });
  const rest = lines.length - shown.length;
  return [...header, ...shown, ...(rest > 0 ? [`(and ${count(rest, 'line')} more)`] : []), ''].join('\n');
}
