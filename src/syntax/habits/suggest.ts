/** Reports a line that other notations write in another way, with the lines that authflow wants, ready to paste. */
import { applyEdits } from '../../source/index.js';
import type { Edit, Report, Span } from '../../source/index.js';

interface Habit {
  readonly code: 'message-form' | 'known-steps' | 'known-keys' | 'known-values' | 'expected-type';
  readonly message: string;
  readonly span: Span;
  /** What is said before the lines. Default: `write`. */
  readonly lead?: string | undefined;
  /** What the file should say; without edits, lines that have no fixed place. */
  readonly edits: readonly Edit[];
  readonly lines?: readonly string[];
  /** The step or entry that is shown with its edits. Default: the lines are shown that the edits change. */
  readonly region?: Span | undefined;
  readonly isSafe?: boolean;
}

/** The most lines that a hint has. */
const SHOWN = 24;
/** Longer words and their line stand on lines of their own, because words may be wrapped, and a line must not be. */
const BESIDE = 50;

export function suggest(
  { lead = 'write', edits, isSafe = false, lines, region, ...habit }: Habit,
  report: Report,
): void {
  const all = lines ?? (region ? linesOf(region, edits) : []);
  const shown = all.length > SHOWN ? [...all.slice(0, SHOWN - 1), '…'] : all;
  const [only = ''] = shown;
  const isBeside = shown.length === 1 && `${lead}: ${only}`.length <= BESIDE;
  report({
    severity: 'error',
    ...habit,
    hint: shown.length === 0 ? lead : isBeside ? `${lead}: ${only.trim()}` : [`${lead}:`, ...shown].join('\n'),
    ...(edits.length > 0 && {
      fixes: [
        {
          title: titleOf(shown, edits),
          edits: edits.map(withBreaks),
          isSafe,
        },
      ],
    }),
  });
}

function titleOf(lines: readonly string[], edits: readonly Edit[]): string {
  const [edit] = edits;
  if (edits.every(({ text }) => text === '')) return 'remove it';
  const said = lines.length === 1 ? lines[0] : edits.length === 1 ? edit?.text : undefined;
  return said === undefined || said.includes('\n')
    ? 'write it as authflow does'
    : `write ${JSON.stringify(said.trim())}`;
}

/** In a file of Windows, the new lines end as the others do. */
const withBreaks = ({ span, text }: Edit): Edit => ({
  span,
  text: span.source.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text,
});

/** The lines of a place after edits, without the indentation of the first. */
export function linesOf({ source, start, end }: Span, edits: readonly Edit[]): readonly string[] {
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const from = /^[ -]*$/.test(text.slice(lineStart, start)) ? lineStart : start;
  const inside = edits
    .filter(({ span }) => span.source === source && span.start >= from && span.start <= end)
    .map(({ span, text: written }) => ({
      span: { ...span, start: span.start - from, end: Math.min(span.end, end) - from },
      text: written,
    }));
  const lines = applyEdits(text.slice(from, end), inside).replaceAll('\r', '').trimEnd().split('\n');
  const [, indent = ''] = /^( *)/.exec(lines.find((line) => line.trim() !== '') ?? '') ?? [];
  return lines
    .filter((line, index) => index > 0 || line.trim() !== '')
    .map((line) => line.slice(Math.min(indent.length, /^ */.exec(line)?.[0].length ?? 0)));
}
