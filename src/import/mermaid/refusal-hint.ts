/** Explains why Mermaid refuses a line, where its own message doesn't. */

interface Hint {
  readonly line: RegExp;
  readonly hint: string;
}

const hints: readonly Hint[] = [
  {
    line: /^[^:]*:[^;]*;.*\S/s,
    hint: '";" ends a statement: in a text, write #59;',
  },
  {
    line: /^\s*end\s*(?:[-<,:]|$)|[>x)]\s*[+-]?end\s*:/i,
    hint: '"end" closes a block: rename the participant, and give "end" as its label with "as"',
  },
  {
    line: /[>x)]\s*[+-]?\([^)]/,
    hint: 'after an arrow, a name cannot begin with "(": rename the participant, and give this name as its label with "as"',
  },
  {
    line: /^\s*note\s+over\s[^,:]+,[^,:]+,/i,
    hint: 'a note is over one or two participants: name the outer two',
  },
  {
    line: /^(?=[^:]*$).*-[>x)]/s,
    hint: 'a message needs ":" after the names',
  },
];

const unclosed = 'every block, such as alt, loop or box, needs an "end"';

/** Undefined where the cause is unknown. `isOver`: Mermaid expected more input. */
export function refusalHint(line: string, isOver: boolean): string | undefined {
  if (isOver) return unclosed;
  const bare = line.replace(/#\w+;/g, '');
  return hints.find((hint) => hint.line.test(bare))?.hint;
}
