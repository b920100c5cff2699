/** Lines of text as the text of a figure. */
import { boundsOf, joinBounds } from '../../bounds/index.js';
import type { Token } from '../../scene/index.js';
import type { Body, Figure, Frame, Paragraph } from '../shapes/index.js';
import type { Pool, TextPiece } from './pieces.js';

/** A theme's face may be so much wider than the one that was measured. */
const SLACK = 0.1;
const CENTERED = 1;

/** Lines where they are in a figure: in the middle of its height if they are there anyway. */
export function bodyIn(frame: Frame, lines: readonly TextPiece[]): Body | null {
  if (lines.length === 0) return null;
  const block = joinBounds(lines.map(boundsOf));
  const isMiddle = Math.abs(block.top + block.bottom - frame.top - frame.bottom) / 2 < CENTERED;
  const edges = lines.map((line) => edgesOf(line, frame));
  return {
    paragraphs: paragraphsOf(lines),
    anchor: isMiddle ? 'ctr' : 't',
    insets: {
      left: Math.max(0, ...edges.map(({ left }) => left)),
      right: Math.max(0, ...edges.map(({ right }) => right)),
      top: isMiddle ? 0 : Math.max(0, block.top - frame.top),
      bottom: 0,
    },
  };
}

function edgesOf(line: TextPiece, { left, right }: Frame): { readonly left: number; readonly right: number } {
  const align = alignOf(line);
  if (align === 'l') return { left: line.x - left, right: 0 };
  if (align === 'r') return { left: 0, right: right - line.x };
  const off = 2 * line.x - left - right;
  return { left: off > 0.5 ? off : 0, right: off < -0.5 ? -off : 0 };
}

/** A text box of its own, with room for wider faces. */
export function textBox(lines: readonly TextPiece[], about: Pick<Figure, 'name' | 'click'>): Figure {
  const frame = joinBounds(lines.map(boundsOf));
  const more = (frame.right - frame.left) * SLACK;
  const aligned = new Set(lines.map(alignOf));
  const [isLeft, isRight] = [aligned.has('l') || aligned.has('ctr'), aligned.has('r') || aligned.has('ctr')];
  const share = isLeft && isRight ? more / 2 : more;
  return {
    kind: 'figure',
    ...about,
    alt: '',
    href: '',
    frame: { ...frame, left: frame.left - (isRight ? share : 0), right: frame.right + (isLeft ? share : 0) },
    form: { kind: 'text' },
    fill: null,
    line: null,
    text: {
      paragraphs: paragraphsOf(lines),
      anchor: 'ctr',
      insets: {
        left: aligned.size > 1 && isRight ? share : 0,
        top: 0,
        right: aligned.size > 1 && isLeft ? share : 0,
        bottom: 0,
      },
    },
  };
}

/** Physical: `l` is the left side in a text from right to left, too. */
function alignOf({ anchor, isRtl }: TextPiece): Paragraph['align'] {
  if (anchor === 'middle') return 'ctr';
  return (anchor === 'end') === isRtl ? 'l' : 'r';
}

/** Empty lines, which no scene has, become empty paragraphs. */
function paragraphsOf(lines: readonly TextPiece[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const height = lines.length > 1 ? line.lineHeight : null;
    const base = { align: alignOf(line), isRtl: line.isRtl, size: line.size, lineHeight: height };
    const gap = before ? Math.round((line.y - before.y) / line.lineHeight) - 1 : 0;
    for (let empty = 0; empty < gap; empty++) paragraphs.push({ ...base, runs: [] });
    paragraphs.push({ ...base, runs: line.runs.map((run) => runOf(run, line)) });
  }
  return paragraphs;
}

const runOf = (
  { text, isBold, color }: { readonly text: string; readonly isBold: boolean; readonly color: Token },
  { font, size, href }: TextPiece,
) => ({ text, isBold, color, isMono: font === 'mono', size, href });

/** The lines that go on below a first one. */
export function restOf(first: TextPiece, pool: Pool): readonly TextPiece[] {
  const lines = [first];
  for (;;) {
    const last = lines.at(-1) ?? first;
    const [next] = pool.takeFirst((piece): piece is TextPiece => piece.kind === 'text' && goesOn(last, piece));
    if (!next) return lines;
    lines.push(next);
  }
}

/** Lines that may be empty between two. */
const MOST_EMPTY = 4;

function goesOn(last: TextPiece, next: TextPiece): boolean {
  if (next.role !== last.role || next.participant !== last.participant || next.size !== last.size) return false;
  const lines = (next.y - last.y) / last.lineHeight;
  if (Math.abs(lines - Math.round(lines)) > 0.03 || lines < 0.5 || lines > MOST_EMPTY + 1.5) return false;
  if (next.isRtl === last.isRtl || next.anchor === 'middle') return Math.abs(next.x - last.x) < 0.5;
  const [one, other] = [boundsOf(last), boundsOf(next)];
  return one.left < other.right && other.left < one.right;
}
