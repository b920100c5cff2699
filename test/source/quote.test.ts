import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { commentOut, fence } from '../../src/source/quote.js';

test('a fence is longer than any in the text', () => {
  expect(fence('a\n', 'text')).toBe('```text\na\n```\n');
  expect(fence('a ```` b\n', 'mermaid')).toBe('`````mermaid\na ```` b\n`````\n');
});

test('a comment’s lines, without white space at their ends', () => {
  const report = () => expect.fail();
  expect(commentOut('a\n\n b\n', ' * ', report)).toBe(' * a\n *\n *  b\n');
  expect(commentOut('a\u2028b */\n', '# ', report)).toBe('# a\u2028b */\n');
});

test('a text that would end the comment is reported', () => {
  const found: Diagnostic[] = [];
  expect(commentOut('Accept: */*\n', ' * ', (diagnostic) => found.push(diagnostic))).toBe(' * Accept: */*\n');
  expect(found.map(({ message, hint }) => `${message}; ${hint}`)).toEqual([
    'the diagram contains "*/", which would end the comment around it; use line comments, as with --comment "// "',
  ]);
});
