/** One letter goes wrong in a sound flow: `--fix` gives its bytes back. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flowSchema } from '../../src/syntax/schema.js';
import { stepKinds } from '../../src/syntax/step-schema.js';
import { compileFlow } from '../../src/compile.js';
import { nearestName } from '../../src/source/names.js';
import { runs } from '../runs.js';
import { tempWorld } from './temp-world.js';

const folder = fileURLToPath(new URL('../../flows/', import.meta.url));
const flows = readdirSync(folder).filter((name) => /^[^_].*\.yaml$/.test(name));

const keys = [
  ...Object.keys(flowSchema.shape),
  ...Object.values(stepKinds).flatMap((schema) => Object.keys(schema.shape)),
  ...['query', 'headers', 'status', 'location', 'label', 'title', 'claims', 'description', 'reason'],
].filter((key) => key.length >= 5);

/** The places of keys, and of names that can be taken for nothing else. */
function placesIn(text: string): readonly { readonly at: number; readonly word: string }[] {
  const found = [...text.matchAll(/(?<=^\s*(?:- )?|[{,] )([A-Za-z]{5,})(?=:(?:\s|$))/gm)];
  return found.map(({ index, 0: word }) => ({ at: index, word })).filter(({ word }) => keys.includes(word));
}

const letters = fc.integer({ min: 97, max: 122 }).map((code) => String.fromCharCode(code));
const slip = fc.oneof(
  fc.record({ how: fc.constant('drop' as const), at: fc.nat() }),
  fc.record({ how: fc.constant('swap' as const), at: fc.nat() }),
  fc.record({ how: fc.constant('add' as const), at: fc.nat(), letter: letters }),
  fc.record({ how: fc.constant('change' as const), at: fc.nat(), letter: letters }),
);
type Slip = typeof slip extends fc.Arbitrary<infer T> ? T : never;

function misspell(word: string, { at, ...slip_ }: Slip): string {
  const index = at % word.length;
  const [before, letter, after] = [word.slice(0, index), word.charAt(index), word.slice(index + 1)];
  if (slip_.how === 'drop') return before + after;
  if (slip_.how === 'swap') return before + after.slice(0, 1) + letter + after.slice(1);
  return before + slip_.letter + (slip_.how === 'add' ? letter : '') + after;
}

const layouts = [
  (text: string) => text,
  (text: string) => text.replaceAll('\n', '\r\n'),
  (text: string) => `\ufeff${text}`,
  (text: string) => text.replaceAll(/(?<=\w:)(?= \w)/g, '  ').replaceAll(/$/gm, '  '),
];

it('a planted misspelling', async () => {
  const world = tempWorld();
  cpSync(folder, world.path('flows'), { recursive: true });
  const planting = fc.record({
    flow: fc.constantFrom(...flows),
    layout: fc.constantFrom(...layouts),
    place: fc.nat(),
    slip,
  });
  let planted = 0;
  await fc.assert(
    fc.asyncProperty(planting, async ({ flow, layout, place, slip: made }) => {
      const right = layout(readFileSync(folder + flow, 'utf8'));
      const places = placesIn(right);
      const { at, word } = places[place % places.length]!;
      const wrong = misspell(word, made);
      fc.pre(wrong.toLowerCase() !== word.toLowerCase() && nearestName(wrong, keys) === word && !keys.includes(wrong));
      const text = right.slice(0, at) + wrong + right.slice(at + word.length);
      // Anything goes as a key of data.
      const read = (path: string) => ({ path, text: readFileSync(folder + path.replace(/^flows\//, ''), 'utf8') });
      const { diagnostics } = compileFlow(
        { path: `flows/${flow}`, text: text.replace('\ufeff', '') },
        { readSource: read },
      );
      fc.pre(diagnostics.some(({ message }) => message.includes(JSON.stringify(wrong))));
      planted += 1;
      world.write(`flows/${flow}`, text);
      const { stderr } = await world.run('lint', '--fix', `flows/${flow}`);
      expect(stderr).toContain(`write ${JSON.stringify(word)}`);
      expect(world.read(`flows/${flow}`)).toBe(right);
    }),
    { numRuns: runs(60) },
  );
  expect(planted).toBeGreaterThanOrEqual(runs(60));
}, 120_000);
