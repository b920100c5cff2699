/** What is the matter with a line that Mermaid refuses, where its own words don't say it. */

interface Hint {
  readonly line: RegExp;
  readonly hint: string;
}

const hints: readonly Hint[] = [
  {
    line: /^[^:]*:.*;.*\S/,
    hint: '";" ends a statement: write #59; for one that is text',
  },
  {
    line: /^\s*end\s*(?:[-<,:]|$)|[>x)]\s*[+-]?end\s*:/i,
    hint: '"end" closes a block: call the participant otherwise, and show the word by "as"',
  },
  {
    line: /[>x)]\s*[+-]?\([^)]/,
    hint: 'no name begins with "(" behind an arrow: call the participant otherwise, and show the name by "as"',
  },
  {
    line: /^\s*note\s+over\s+[^,:]+,[^,:]+,/i,
    hint: 'a note stands over one participant or two: name the outer ones',
  },
  {
    line: /^[^:]*-[>x)][^:]*$/,
    hint: 'a message needs ":" after the names',
  },
];

const unclosed = 'each block, such as alt, loop or box, needs an "end"';

/** Undefined where nothing is known. `isOver`: Mermaid wanted more than there is. */
export function refusalHint(line: string, isOver: boolean): string | undefined {
  if (isOver) return unclosed;
  const bare = line.replace(/#\w+;/g, '');
  return hints.find((hint) => hint.line.test(bare))?.hint;
}
