/** YAML syntax errors in words that help an author. */
import type { Diagnostic } from '../diagnostic.js';
import { lineText, positionAt } from '../source.js';
import type { Source } from '../source.js';

interface Explanation {
  readonly message: string;
  readonly hint: string;
}

interface Row extends Explanation {
  readonly codes: readonly string[];
  /** Further condition on the line where the error stands. */
  readonly line?: RegExp;
  readonly text?: RegExp;
}

/** What the yaml package says of an error. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  /** Offsets, end exclusive. */
  readonly pos: readonly [number, number];
}

/** The first row that fits explains the error. */
const explanations: readonly Row[] = [
  {
    codes: ['UNEXPECTED_TOKEN', 'MISSING_CHAR', 'BLOCK_IN_FLOW', 'BAD_INDENT'],
    line: /(^|[:,[{]\s*)[^"'\s]*\$\{[^"']*$/,
    message: 'YAML reads the braces of ${…} as a mapping',
    hint: 'quote the value: "${NAME}"',
  },
  {
    codes: ['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'],
    line: /:\s.*:(\s|$)/,
    message: 'a text that holds ": " must be quoted',
    hint: 'put the text after the first ": " in quotes',
  },
  {
    codes: ['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'],
    message: 'a key is missing its ": ", or this line is indented too far',
    hint: 'write "key: value", and align it with its neighbours',
  },
  { codes: ['TAB_AS_INDENT'], message: 'a tab indents this line', hint: 'indent with spaces' },
  {
    codes: ['BAD_SCALAR_START'],
    message: 'a text can\'t start with "@", "`" or "%"',
    hint: 'quote it',
  },
  {
    codes: ['MISSING_CHAR'],
    text: /quote/,
    message: 'a quoted text has no closing quote',
    hint: "close it; a quote inside of a quoted text is written twice ('it''s') or as \\\"",
  },
  {
    codes: ['MISSING_CHAR', 'BAD_INDENT'],
    text: /Flow (map|sequence)/,
    message: 'a bracket that opens here or above is not closed',
    hint: 'close it with "}" or "]"',
  },
  {
    codes: ['MISSING_CHAR'],
    text: /Sequence item without/,
    message: 'this line is not aligned with its neighbours',
    hint: 'keys of one step start in one column; a new step starts with "- "',
  },
  {
    codes: ['MISSING_CHAR'],
    text: /between flow/,
    message: 'a "," is missing between two values',
    hint: 'separate them with ", ", or quote the whole text',
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    text: /block-seq-ind/,
    message: "a list can't start on the line of its key",
    hint: 'start the list on the next line, or quote the text if it begins with "- "',
  },
  {
    codes: ['MULTIPLE_DOCS'],
    message: 'a flow file is one YAML document',
    hint: 'move what follows "---" to a file of its own',
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    text: /at node end|in YAML stream/,
    message: 'a value ends here, and more text follows',
    hint: 'quote the whole text, or align this line with its neighbours',
  },
];

/** `quote`: where a quoted text begins that the file's end cut off. */
export function explainYamlError(source: Source, error: YamlError, quote: number | null): Diagnostic {
  const isUnclosed = error.code === 'MISSING_CHAR' && quote !== null;
  const start = isUnclosed ? quote : error.pos[0];
  const end = isUnclosed ? start + 1 : Math.max(error.pos[1], start + 1);
  const line = lineText(source, positionAt(source, start).line);
  const row = explanations.find(
    ({ codes, line: onLine, text }) =>
      codes.includes(error.code) && (onLine?.test(line) ?? true) && (text?.test(error.message) ?? true),
  );
  return {
    code: 'yaml-syntax',
    severity: 'error',
    message: row?.message ?? error.message,
    span: { source, start, end: Math.min(end, source.text.length) },
    hint: row?.hint,
  };
}
