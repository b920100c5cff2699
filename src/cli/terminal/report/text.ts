import { severityNames } from '../../../source/index.js';
import type { Diagnostic, Severity, Span } from '../../../source/index.js';
import { printable } from '../printable.js';
import type { StyleName } from '../style.js';
import { codeFrame, wrapHint } from './code-frame.js';
import { placeOf } from './reporter.js';
import type { ReportContext, Reporter } from './reporter.js';

const colors = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<Severity, StyleName>;

/** For people: `path:line:column: severity: message [code]`, the line with carets and the hint, then the related places. */
export const reportText: Reporter = (diagnostics, context) =>
  diagnostics
    .flatMap((diagnostic) => paragraphs(diagnostic, context))
    .map((paragraph) => `${paragraph}\n`)
    .join('');

function paragraphs(
  { code, severity, message, hint, span, related = [] }: Diagnostic,
  context: ReportContext,
): string[] {
  const { style } = context;
  const color = colors[severity];
  const label = `${style(color, `${severityNames[severity]}:`)} ${style('bold', printable(message))} ${style('dim', `[${code}]`)}`;
  const frame = frameOf(span, color, hint, context);
  return [
    `${header(span, context)}${label}`,
    ...frame,
    ...related.flatMap((other) => [
      `${header(other.span, context)}${style('blue', 'note:')} ${printable(other.message)}`,
      ...frameOf(other.span, 'blue', undefined, context),
    ]),
  ];
}

function header(span: Span | undefined, { style }: ReportContext): string {
  if (!span) return '';
  const { path, start } = placeOf(span);
  const place = start ? `${path}:${start.line}:${start.column}` : path;
  return `${style('bold', `${printable(place)}:`)} `;
}

/** Without a line to show, the hint is printed alone. */
function frameOf(span: Span | undefined, color: StyleName, hint: string | undefined, context: ReportContext): string[] {
  // Further lines may be lines of a file, to be pasted: they stay as they are.
  const [first, ...more] = hint === undefined ? [] : printable(hint).split('\n');
  const frame =
    span && placeOf(span).start
      ? [codeFrame(span, { ...context, color, hint: first })]
      : first === undefined
        ? []
        : wrapHint(first, context.columns);
  return [...frame, ...more.map(indented)];
}

const indented = (line: string): string => `        ${line}`;
