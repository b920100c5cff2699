/** Explains why MDX can't parse a document. */
import type { Diagnostic, Source, Span } from '../../source/index.js';
import { TOO_MUCH } from './refusal.js';

/** Reports a document that MDX can't parse. */
export function mdxSyntaxError(
  error: unknown,
  source: Source,
  toSource: (offset: number) => number,
): Diagnostic | null {
  if (!(error instanceof Error && 'reason' in error && 'place' in error)) return null;
  const place = error.place as { readonly offset?: number; readonly start?: { readonly offset?: number } } | undefined;
  const start = toSource(place?.offset ?? place?.start?.offset ?? 0);
  if (error.reason === TOO_MUCH) return tooMuchJavaScript({ source, start, end: start });
  return {
    code: 'readable-documents',
    severity: 'error',
    message: `is not valid MDX: ${mdxReason(error)}`,
    span: { source, start, end: start },
    hint: mdxHint(String(error.reason)),
  };
}

const tooMuchJavaScript = (span: Span): Diagnostic => ({
  code: 'readable-documents',
  severity: 'error',
  message: 'this page has too much JavaScript: it is not read any further',
  span,
  hint: String.raw`move long expressions between "{" and "}" to files that the page imports, or write \{ for the character "{"`,
});

/** Of JavaScript in MDX, what its parser (acorn) says, without its own place. */
function mdxReason(error: Error & { readonly reason: unknown }): string {
  const reason = String(error.reason);
  const [, what] = /^Could not parse (.+) with acorn$/.exec(reason) ?? [];
  if (what === undefined) return splitNote(reason).said;
  const why =
    error.cause instanceof Error ? error.cause.message.replace(/\(\d+:\d+\)$/, '').trimEnd() : 'it is not complete';
  const place =
    what === 'expression' ? 'the JavaScript between "{" and "}"' : 'the JavaScript after "import" or "export"';
  return `${place} can't be read: ${why}`;
}

function splitNote(reason: string): { readonly said: string; readonly note: string | null } {
  const mark = ' (note: ';
  const at = reason.endsWith(')') ? reason.indexOf(mark) : -1;
  if (at === -1) return { said: reason, note: null };
  return { said: reason.slice(0, at), note: reason.slice(at + mark.length, -1) };
}

/** What the parser says of a mistake, and the way out. */
const mdxHints: readonly { readonly says: RegExp; readonly hint: string }[] = [
  {
    says: /before name|attribute/,
    hint: 'MDX takes "<" for the beginning of a tag: for the character, write &lt;',
  },
  { says: /expression/, hint: String.raw`for the character "{", write \{` },
  { says: /import/, hint: 'a blank line ends an import or export, and a text can begin with another word' },
];

function mdxHint(reason: string): string | undefined {
  return splitNote(reason).note ?? mdxHints.find(({ says }) => says.test(reason))?.hint;
}
