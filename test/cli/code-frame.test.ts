import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/cli/terminal/report/code-frame.js';
import { plain } from '../../src/cli/terminal/style.js';
import { widthOf } from '../../src/text-diagram/cells.js';

/** `[` and `]` mark the span. */
function frame(marked: string, columns = 60, hint?: string): string {
  const start = marked.indexOf('[');
  const text = marked.replace('[', '').replace(']', '');
  const span = { source: { path: 'a.yaml', text }, start, end: marked.indexOf(']') - 1 };
  return codeFrame(span, { style: plain, color: 'red', columns, hint });
}

describe('a code frame', () => {
  it('underlines the span and puts the hint beside it', () => {
    expect(frame('id: a\nfrom: [AuthServer] # x\n', 60, 'did you mean "AS"?')).toBe(
      ['    2 | from: AuthServer # x', '      |       ^^^^^^^^^^ did you mean "AS"?'].join('\n'),
    );
  });

  it('marks an empty span with one caret, at the end of a line and of the file too', () => {
    expect(frame('a: []\n')).toBe('    1 | a:\n      |    ^');
    expect(frame('a: b[]')).toBe('    1 | a: b\n      |     ^');
  });

  it('underlines only the first line of a span of several', () => {
    expect(frame('a: [one\ntwo]\nthree')).toBe('    1 | a: one\n      |    ^^^');
  });

  it('leaves out the carriage return of a CRLF file', () => {
    expect(frame('a: [one\r\ntwo]\r\n')).toBe('    1 | a: one\n      |    ^^^');
  });

  it('counts cells: wide characters two, tabs two, combining marks none', () => {
    expect(frame('\t日本: [認証]')).toBe('    1 |   日本: 認証\n      |         ^^^^');
    expect(frame('e\u0301: [x]')).toBe('    1 | e\u0301: x\n      |    ^');
  });

  it('makes control characters visible', () => {
    expect(frame('a: [\x1b[31m]x'.replace('\x1b[', '\x1b'))).toBe('    1 | a: ␛31mx\n      |    ^^^^');
    expect(frame('a: [\u202eb]')).toBe('    1 | a: \ufffdb\n      |    ^^');
  });

  const long = 'x'.repeat(500);
  it.each([
    ['before', `${long} [here]`],
    ['after', `[here] ${long}`],
    ['around', `${long} [here] ${long}`],
    ['inside', `a: [${long}] b`],
    ['wide characters', `${'認'.repeat(200)}[証]${'認'.repeat(200)}`],
  ])('keeps a long line within its columns: %s', (_where, text) => {
    const [line = '', carets = ''] = frame(text, 60).split('\n');
    expect(widthOf(line)).toBeLessThanOrEqual(60);
    expect(widthOf(carets)).toBeLessThanOrEqual(60);
    expect(line).toContain('…');
    const at = carets.indexOf('^');
    const cells = Array.from(line).flatMap((character) => [
      character,
      ...Array<string>(widthOf(character) - 1).fill(''),
    ]);
    expect(cells.slice(at, at + 4).join('')).toMatch(/^(here|xxxx|証.?)/);
  });

  it('keeps a line of a million characters short too', () => {
    const [line = ''] = frame(`${'x'.repeat(1_000_000)}[here]${'y'.repeat(1_000_000)}`).split('\n');
    expect(line).toMatch(/^ {4}1 \| …x+herey+…$/);
  });
});
