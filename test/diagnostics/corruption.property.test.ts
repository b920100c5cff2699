/** Whatever is done to a flow file, the answer is a flow, or errors that say something and stand in the file. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { isError } from '../../src/source/diagnostic.js';
import { renderFlow } from '../../src/render.js';

const files = ['flows/client-credentials.yaml', 'test/syntax/fixtures/everything.yaml'];
const texts = files.map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const base = texts[0]!;

/** Lines, or the words, blanks and marks of them. */
const splitters = [/(?<=\n)/, /(?<=\s)|(?=\s)|(?=[:,[\]{}"'$&*!|>-])|(?<=[:,[\]{}"'$&*!|>-])/];

const strange = [
  '\t',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '&a ',
  '*a ',
  '? ',
  '<<: ',
  '!x ',
  '${X}',
  '${',
  '#',
  '|',
  '>',
  '\u0000',
  '\r',
  '%',
  '@',
  '\n',
  '\n  ',
  '---\n',
  'null',
  '-> ',
  '--> ',
];

const corruption = fc.record({
  splitter: fc.constantFrom(...splitters),
  at: fc.nat(),
  how: fc.oneof(
    fc.constant({ kind: 'delete' as const }),
    fc.constant({ kind: 'duplicate' as const }),
    fc.record({ kind: fc.constant('move' as const), to: fc.nat() }),
    fc.record({ kind: fc.constant('insert' as const), text: fc.constantFrom(...strange) }),
  ),
});

type Corruption = typeof corruption extends fc.Arbitrary<infer T> ? T : never;

function corrupt(text: string, { splitter, at, how }: Corruption): string {
  const pieces = text.split(splitter);
  const index = at % pieces.length;
  const piece = pieces[index] ?? '';
  if (how.kind === 'delete') pieces.splice(index, 1);
  else if (how.kind === 'duplicate') pieces.splice(index, 0, piece);
  else if (how.kind === 'insert') pieces.splice(index, 0, how.text);
  else {
    pieces.splice(index, 1);
    pieces.splice(how.to % pieces.length, 0, piece);
  }
  return pieces.join('');
}

it('a corrupted flow file is answered', () => {
  // A file that the flow names is the reference flow, or an include of nothing.
  const readSource = (path: string) => ({ path, text: path.includes('shared/') ? 'steps: []' : base });
  const arbitrary = fc.tuple(fc.constantFrom(...texts), fc.array(corruption, { minLength: 1, maxLength: 3 }));
  fc.assert(
    fc.property(arbitrary, ([text, corruptions]) => {
      const source = { path: 'flow.yaml', text: corruptions.reduce(corrupt, text) };
      const { flow, diagnostics } = compileFlow(source, { readSource });
      const errors = diagnostics.filter(isError);
      expect(flow === null).toBe(errors.length > 0);
      for (const { message, span, code } of errors) {
        expect(message).toMatch(/^[^\n]+$/);
        expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
        if (!span) throw new Error(`no place: ${message}`);
        expect(span.source.path).not.toBe('');
        expect([span.start >= 0, span.start <= span.end, span.end <= span.source.text.length]).toEqual([
          true,
          true,
          true,
        ]);
      }
      if (flow) expect(renderFlow(flow, { formats: ['mermaid', 'text', 'page'] }).artifacts.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
