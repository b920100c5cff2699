import type { Span } from '../../../source/index.js';
import { countSeverities, placeOf } from './reporter.js';
import type { Reporter } from './reporter.js';

/**
 * One document for programs: `{ diagnostics: [{ code, severity, message, hint, place, related }], counts, skipped: [{ rule,
 * name, path, reason }] }`; `skipped` if security rules ran.
 */
export const reportJson: Reporter = (diagnostics, { skipped }) => {
  const place = (span: Span | undefined) => (span ? placeOf(span) : null);
  const document = {
    diagnostics: diagnostics.map(({ code, severity, message, hint = null, span, related = [] }) => ({
      code,
      severity,
      message,
      hint,
      place: place(span),
      related: related.map((other) => ({ message: other.message, place: place(other.span) })),
    })),
    counts: countSeverities(diagnostics),
    ...(skipped && {
      skipped: skipped.map(({ rule: { id, name }, path, reason }) => ({ rule: id, name, path, reason })),
    }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
};
