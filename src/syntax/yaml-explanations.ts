/** What the yaml package's errors mean to authors. */

export interface Row {
  readonly codes: readonly string[];
  /** Further conditions: on the package's message, on the line of the error, on that line up to the error, on the line above. */
  readonly says?: RegExp;
  readonly line?: Pick<RegExp, 'test'>;
  readonly before?: RegExp;
  readonly above?: RegExp;
  readonly message: string;
  /** A function of the line, and of the line above. */
  readonly hint: string | ((line: string, above: string) => string);
  /** What the line should be, if it is clear; '' for no line. */
  readonly fixed?: (line: string) => string | null;
  /** Whether the mistake is on the line after the one that the package points to, or on the line before. */
  readonly on?: 'next' | 'above';
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
    fixed: (line) =>
      line.replace(
        /^(\s*)- \[\s*(-{1,2})>{1,2}([+-]?)\s*([^:\s][^:]*):/,
        (_, indent: string, arrow: string, mark: string, name: string) =>
          `${indent}- "[ ${arrow}>${mark} ${name.trimEnd()}":`,
      ),
  },
  {
    codes: ['UNEXPECTED_TOKEN', 'MISSING_CHAR', 'BLOCK_IN_FLOW', 'BAD_INDENT'],
    line: { test: isUnquotedVariable },
    message: 'YAML reads the braces of ${…} as a mapping',
    hint: 'quote the value: "${NAME}"',
  },
  {
    codes: ['BAD_INDENT', 'MISSING_CHAR', 'UNEXPECTED_TOKEN'],
    line: /^\s+[^\s#"'-](?:[^:]|:\S)*$/,
    above: /^\s*[^"'#\s][^"'#]*\s#/,
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
    line: /^\s*- /,
    above: /^\s*- (?:alt|par|critical):\s+\S/,
    on: 'above',
    message: 'this fragment has branches by label, each with a list of steps',
    hint: (line, above) => `write:\n${above.trim().replace(/:\s+/, ':\n    ')}:\n      ${line.trim()}`,
  },
  {
    codes: ['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'],
    line: /^\s*- /,
    above: /^\s*- (?:opt|loop|break|group|rect):\s+\S/,
    on: 'above',
    message: 'this fragment has its steps in "steps"',
    hint: (line, above) => `write:\n${above.trim()}\n  steps:\n    ${line.trim()}`,
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
    on: 'next',
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

/** Whether a value, after the last quote of its line, contains a variable. */
function isUnquotedVariable(line: string): boolean {
  const from = Math.max(line.lastIndexOf('"'), line.lastIndexOf("'")) + 1;
  let before = line.charAt(from - 1);
  for (const { 0: word, index } of line.slice(from).matchAll(/\S+/g)) {
    const at = word.lastIndexOf('${');
    const isValue = from + index === 0 || /[:,[{]/.test(before + word.slice(0, Math.max(at, 0)));
    if (at !== -1 && isValue) return true;
    before = word.charAt(word.length - 1);
  }
  return false;
}
