/** The view that templates/ascii/ receives, and its shapes. Experimental: it may change between releases. */
import { many, number, text, type ViewShapes } from '../../model/index.js';
import type { Role } from '../../model/index.js';
import type { RowKind } from '../place/index.js';

export interface AsciiSegment {
  readonly role: Role;
  readonly text: string;
  /** The text with `&`, `<` and `>` escaped for HTML. */
  readonly html: string;
}

export interface AsciiRow {
  readonly kind: RowKind;
  /** The segments' texts, joined. Does not end in white space. */
  readonly text: string;
  readonly segments: readonly AsciiSegment[];
}

export interface AsciiView {
  /** Cells of the widest row. */
  readonly width: number;
  readonly rows: readonly AsciiRow[];
}

export const asciiShapes: ViewShapes = {
  folder: 'ascii',
  types: {
    diagram: {
      width: number('Cells of the widest row.'),
      rows: many('row', 'From top to bottom.'),
    },
    row: {
      kind: text(
        'The main content of the row: heading, head, lifeline, message, note, fragment, highlight, phase, delay, ref, link, blank.',
      ),
      text: text('The whole row, without white space at its end.'),
      segments: many('segment', 'The same row in pieces, from left to right.'),
    },
    segment: {
      role: text(
        'The role of the piece: space, lifeline, activation, box, participant, highlight, fragment, phase, delay, ref, note, heading, link, or a message: front-request, front-reply, back-request, back-reply, local-request, local-reply.',
      ),
      text: text('Its characters; printed as they are.'),
      html: text('The same for HTML: `&`, `<` and `>` are written as `&amp;`, `&lt;` and `&gt;`.'),
    },
  },
};

/**
 * Colours a finished view, which templates print like a plain one.
 *
 * @param paint a piece of a row, coloured for its role; its width in cells must not change
 */
export function paintView(view: AsciiView, paint: (role: Role, text: string) => string): AsciiView {
  const rows = view.rows.map(({ kind, segments }) => {
    const painted = segments.map((segment) => ({ ...segment, text: paint(segment.role, segment.text) }));
    return { kind, text: painted.map(({ text }) => text).join(''), segments: painted };
  });
  return { ...view, rows };
}
