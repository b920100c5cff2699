import type { Span } from '../../../source/index.js';
import { placeOf } from './reporter.js';
import type { Reporter } from './reporter.js';

/**
 * One document for programs: `{ diagnostics: [{ code, severity, message, hint, place, related, fixes: [{ title, isSafe, edits:
 * [{ place, text }] }] }], counts, fixed: [{ code, message, title, place }], skipped: [{ rule, name, path, reason }] }`; `fixed` if `--fix` ran, with
 * places before it; `skipped` if security rules ran. `counts` are those of all findings, also of those that are not listed.
 */
export const reportJson: Reporter = (diagnostics, { skipped, fixed, counts }) => {
  const place = (span: Span | undefined) => (span ? placeOf(span) : null);
  const document = {
    diagnostics: diagnostics.map(({ code, severity, message, hint = null, span, related = [], fixes = [] }) => ({
      code,
      severity,
      message,
      hint,
      place: place(span),
      related: related.map((other) => ({ message: other.message, place: place(other.span) })),
      fixes: fixes.map(({ title, isSafe, edits }) => ({
        title,
        isSafe,
        edits: edits.map((edit) => ({ place: place(edit.span), text: edit.text })),
      })),
    })),
    counts,
    ...(fixed && {
      fixed: fixed.map(({ diagnostic: { code, message, span }, fix: { title } }) => ({
        code,
        message,
        title,
        place: place(span),
      })),
    }),
    ...(skipped && {
      skipped: skipped.map(({ rule: { id, name }, path, reason }) => ({ rule: id, name, path, reason })),
    }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
};
