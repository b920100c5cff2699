/** Explains YAML syntax errors to authors. */
import { lineText, positionAt } from '../source/index.js';
import type { Diagnostic, Source, Span } from '../source/index.js';

interface Row {
  readonly codes: readonly string[];
  /** Further conditions: on the package's message, on the line of the error, on that line up to the error, on the line above. */
  readonly says?: RegExp;
  readonly line?: RegExp;
  readonly before?: RegExp;
  readonly above?: RegExp;
  readonly message: string;
  readonly hint: string;
  /** What the line should be, if it is clear; '' for no line. */
  readonly fixed?: (line: string) => string | null;
  /** Whether the package points before the line with the mistake. */
  readonly nextLine?: boolean;
}

/** An error of the yaml package. */
interface YamlError {
  readonly code: string;
  readonly message: string;
  /** Offsets, end exclusive. */
  readonly pos: readonly [number, number];
}

const quoteInQuotes = "inside a quoted text, write a quote twice ('it''s') or as \\\"";

/** The first row that matches explains the error. */
export const explanations: readonly Row[] = [
  {
    codes: ['UNEXPECTED_TOKEN', 'MISSING_CHAR'],
    line: /^\s*- \|\|[|\d]/,
    message: 'rows keep their distance by themselves',
    hint: 'remove this line',
    fixed: () => '',
  },
  {
    codes: ['UNEXPECTED_TOKEN', 'MISSING_CHAR', 'BAD_INDENT', 'BLOCK_IN_FLOW'],
    line: /^\s*- \[\s*-{1,2}>{1,2}/,
    message: 'YAML reads "[" as the beginning of a list',
    hint: 'quote the message',
    fixed: (line) => line.replace(/- \[\s*(-{1,2})>{1,2}([+-]?)\s*([^:]*[^:\s])\s*:/, '- "[ $1>$2 $3":'),
  },
  {
    codes: ['UNEXPECTED_TOKEN', 'MISSING_CHAR', 'BLOCK_IN_FLOW', 'BAD_INDENT'],
    line: /(^|[:,[{]\s*)[^"'\s]*\$\{[^"']*$/,
    message: 'YAML reads the braces of ${…} as a mapping',
    hint: 'quote the value: "${NAME}"',
  },
  {
    codes: ['BAD_INDENT', 'MISSING_CHAR', 'UNEXPECTED_TOKEN'],
    line: /^\s+[^\s#"'-](?:[^:]|:\S)*$/,
    above: /^[^"'#]*[^"'#\s][^"'#]*\s#/,
    message: "the comment above ends the text, so it can't go on here",
    hint: 'quote the whole text, or move the comment',
  },
  {
    codes: ['BLOCK_AS_IMPLICIT_KEY'],
    line: /:\s+\?\s/,
    message: 'a text can\'t start with "? "',
    hint: 'quote it',
  },
  {
    codes: ['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'],
    line: /:\s.*:(\s|$)/,
    message: 'a text that contains ": " must be quoted',
    hint: 'quote the text after the first ": "',
  },
  {
    codes: ['BLOCK_AS_IMPLICIT_KEY'],
    before: /:\s+$/,
    nextLine: true,
    message: 'this line is indented too far: the key above already has a value',
    hint: 'align it with its neighbours',
  },
  {
    codes: ['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'],
    message: 'a key is missing its ": ", or this line is indented too far',
    hint: 'write "key: value", and align it with its neighbours',
  },
  { codes: ['TAB_AS_INDENT'], message: 'a tab indents this line', hint: 'indent with spaces' },
  { codes: ['BAD_SCALAR_START'], message: 'a text can\'t start with "@", "`" or "%"', hint: 'quote it' },
  {
    codes: ['BAD_ALIAS', 'ALIAS_PROPS', 'MULTIPLE_ANCHORS', 'BAD_PROP_ORDER'],
    message: 'a text can\'t start with "&" or "*"',
    hint: 'quote it; &name marks a value, and *name repeats it',
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    before: /(^|[:-]\s+)\*\S+\s+$/,
    message: 'a text can\'t start with "*"',
    hint: 'quote it',
  },
  {
    codes: ['TAG_RESOLVE_FAILED', 'MULTIPLE_TAGS', 'BAD_COLLECTION_TYPE'],
    message: 'a text can\'t start with "!" (flow files have no tags)',
    hint: 'quote the text, or remove the tag',
  },
  {
    codes: ['BAD_DIRECTIVE'],
    message: 'a line can\'t start with "%": YAML reads it as a directive',
    hint: 'remove it, or quote the text',
  },
  {
    codes: ['BAD_DQ_ESCAPE'],
    message: 'inside double quotes, "\\" starts an escape such as \\n, and this is not one',
    hint: 'write "\\\\" for a backslash, or use single quotes',
  },
  {
    codes: ['MISSING_CHAR'],
    says: /quote/,
    message: 'a quoted text has no closing quote',
    hint: `close it; ${quoteInQuotes}`,
  },
  {
    codes: ['MISSING_CHAR', 'BAD_INDENT'],
    says: /Flow (map|sequence)/,
    message: 'a bracket that opens here or above is not closed',
    hint: 'close it with "}" or "]"',
  },
  {
    codes: ['MISSING_CHAR', 'BAD_INDENT'],
    says: /Sequence item without|same column/,
    message: 'this line is not aligned with its neighbours',
    hint: 'keys of one step start in one column; a new step starts with "- "',
  },
  {
    codes: ['MISSING_CHAR'],
    says: /between flow/,
    message: 'a "," is missing between two values',
    hint: 'separate them with ", ", or quote the whole text',
  },
  {
    codes: ['MISSING_CHAR'],
    says: /map values/,
    message: 'a key is missing its ": "',
    hint: 'write "key: value"; indent the further lines of a text more than its key',
  },
  {
    codes: ['BLOCK_IN_FLOW'],
    message: 'a text inside brackets that contains ": " must be quoted',
    hint: 'quote it',
  },
  {
    codes: ['KEY_OVER_1024_CHARS'],
    message: 'a key has more than 1,024 characters',
    hint: 'shorten it; put long texts into values',
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    says: /block-seq-ind/,
    message: "a list can't start on the line of its key",
    hint: 'start the list on the next line, or quote the text if it begins with "- "',
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    says: /Block scalar header|Not a YAML token/,
    message: 'no text can follow "|" or ">" on its line',
    hint: 'start the text on the next line, indented; or quote it, if it begins with "|" or ">"',
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    says: /flow-(map|seq)-end/,
    message: 'this bracket closes nothing',
    hint: 'remove it, or quote the text',
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    says: /Unexpected , in flow/,
    message: 'there is no value before this ","',
    hint: 'remove the ","',
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    before: /["']$/,
    message: 'a quoted text ends here, and more text follows',
    hint: `quote the whole text; ${quoteInQuotes}`,
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    says: /at node end|in YAML stream/,
    message: 'a value ends here, and more text follows',
    hint: 'quote the whole text, or align this line with its neighbours',
  },
  {
    codes: ['MULTIPLE_DOCS'],
    message: 'a flow file must be one YAML document',
    hint: 'move what follows "---" or "..." to another file',
  },
];

/** `quote`: where a quoted text begins that is never closed. */
export function explainYamlError(source: Source, error: YamlError, quote: number | null): Diagnostic {
  const start = quote ?? messageInBracket(source, error) ?? error.pos[0];
  const end = quote === null ? Math.max(error.pos[1], start + 1) : start + 1;
  const { line: number, column } = positionAt(source, start);
  const line = lineText(source, number);
  const row = explanations.find(
    (candidate) =>
      candidate.codes.includes(error.code) &&
      (candidate.says?.test(error.message) ?? true) &&
      (candidate.line?.test(line) ?? true) &&
      (candidate.before?.test(line.slice(0, column - 1)) ?? true) &&
      (candidate.above?.test(number === 1 ? '' : lineText(source, number - 1)) ?? true),
  );
  const span = row?.nextLine ? nextWord(source, start) : { source, start, end: Math.min(end, source.text.length) };
  const found = { code: 'yaml-syntax', severity: 'error', message: row?.message ?? error.message, span } as const;
  const fixed = row?.fixed?.(line) ?? null;
  if (fixed === null) return { ...found, hint: row?.hint };
  return { ...found, ...lineFix(source, start, fixed, row?.hint ?? '') };
}

/** Where a message from nowhere begins that YAML takes for a list, which it misses the end of; null for another error. */
function messageInBracket(source: Source, { message, pos }: YamlError): number | null {
  if (!message.includes('Flow sequence')) return null;
  const messages = [...source.text.slice(0, pos[0]).matchAll(/(?<=^ *- )\[\s*-{1,2}>.*$/gm)];
  const last = messages.findLast(([text]) => !text.includes(']'));
  return last?.index ?? null;
}

/** Replaces the whole line. */
function lineFix(
  source: Source,
  offset: number,
  fixed: string,
  hint: string,
): Pick<Diagnostic, 'span' | 'hint' | 'fixes'> {
  const start = source.text.lastIndexOf('\n', offset - 1) + 1;
  const next = source.text.indexOf('\n', offset);
  const end = next === -1 ? source.text.length : next;
  const line = source.text.slice(start, end).replace(/\r$/, '');
  const edit =
    fixed === '' ? { start, end: Math.min(end + 1, source.text.length) } : { start, end: start + line.length };
  const at = start + line.length - line.trimStart().length + 2;
  return {
    span: { source, start: at, end: start + line.trimEnd().length },
    hint: fixed === '' ? hint : `${hint}: ${fixed.trim()}`,
    fixes: [
      {
        title: fixed === '' ? 'remove it' : `write ${JSON.stringify(fixed.trim())}`,
        edits: [{ span: { source, ...edit }, text: fixed }],
        isSafe: true,
      },
    ],
  };
}

/** The first word on a line below. */
function nextWord(source: Source, from: number): Span {
  const word = /\S+/g;
  word.lastIndex = source.text.indexOf('\n', from) + 1;
  const start = word.exec(source.text)?.index ?? from;
  return { source, start, end: Math.max(word.lastIndex, start) };
}
