/** Diagnostics about markers. */
import type { Diagnostic, Span } from '../../source/index.js';
import type { Marker } from './marker.js';

const pairing = (message: string, span: Span, hint: string, other?: Marker): Diagnostic => ({
  code: 'paired-markers',
  severity: 'error',
  message,
  span,
  hint,
  ...(other && { related: [{ message: 'the block begins here', span: other.span }] }),
});

export const missingEnd = ({ span }: Marker): Diagnostic =>
  pairing('this block has no end', span, 'write an "authflow:end" marker after it');

export const missingBegin = ({ span }: Marker): Diagnostic =>
  pairing('this ends a block that has no beginning', span, 'write an "authflow:begin" marker before it, or remove it');

export const secondBegin = ({ span }: Marker, open: Marker): Diagnostic =>
  pairing(
    'a block begins inside another one',
    span,
    'end the other block with "authflow:end" first; blocks do not nest',
    open,
  );

export const crossedEnd = ({ span }: Marker, open: Marker): Diagnostic =>
  pairing(
    'this ends a block that began in another list item, quote or table',
    span,
    'put both markers into the same item, quote or table',
    open,
  );

export const misplacedMarker = (span: Span): Diagnostic => ({
  code: 'markers-alone',
  severity: 'error',
  message: 'a marker must be on its own line, and this one is part of a paragraph',
  span,
  hint: 'put it on a line of its own, with a blank line before and after it',
});

/** In AsciiDoc; other cells show a block's source. */
export const markerInCell = (span: Span): Diagnostic => ({
  code: 'markers-alone',
  severity: 'warning',
  message: 'this marker is in a cell of a table that can have no blocks',
  span,
  hint: 'give the cell the style of AsciiDoc: write "a|" for "|"',
});

/** `where`: `a comment`. */
export const deadMarker = (span: Span, where: string): Diagnostic => ({
  code: 'markers-alone',
  severity: 'warning',
  message: `this marker is in ${where}, where no block can be`,
  span,
  hint: 'move the block out of it; write an example in a fenced block',
});
