import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiView } from '../../src/text-diagram/text-diagram.js';
import { clustersOf } from '../../src/text-diagram/cells.js';
import type { AsciiOptions } from '../../src/text-diagram/options.js';
import type { Script } from '../../src/model/script.js';
import { runs } from '../runs.js';
import { makeScript, options } from './arbitrary.js';
import { checkDiagram } from './checker/check.js';
import { fullStyle } from './scripts.js';
import { unfitted } from '../../src/text-diagram/fit/stand-ins.js';

const numRuns = runs(1500);

const print = (script: Script, chosen: AsciiOptions): string =>
  asciiView(script, chosen)
    .rows.map(({ text }) => `${text}\n`)
    .join('');

test('every diagram says all of its script, and only that', () => {
  fc.assert(
    fc.property(fc.gen(), options, (g, chosen) => {
      const script = makeScript(g);
      const text = print(script, chosen);
      const findings = checkDiagram(unfitted(script), chosen, text);
      expect(findings, `${JSON.stringify(chosen)}\n${JSON.stringify(script)}\n${text}`).toEqual([]);
    }),
    // Shrinking a generated script takes minutes and gains little: the first failure is printed whole.
    { numRuns, endOnFailure: true },
  );
});

const mapText = <T>(value: T, change: (text: string) => string): T =>
  JSON.parse(JSON.stringify(value), (key: string, inner: unknown) =>
    Array.isArray(inner) && inner.every((line) => typeof line === 'string') && key === 'lines'
      ? inner.map(change)
      : inner,
  ) as T;

const narrow = (text: string): string =>
  clustersOf(text.replaceAll(/\p{Bidi_Control}/gu, ''))
    .map((cluster) => (cluster.width > 1 ? 'w'.repeat(cluster.width) : cluster.text))
    .join('');

test('two letters in place of each wide one move no frame by a cell', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const script = makeScript(g);
      const links = { participants: script.participants.map((one) => ({ ...one, links: [] })) };
      const chosen = { ...fullStyle, emoji: 'keep' as const };
      const wide = print({ ...script, ...links }, chosen);
      const narrowed = print(mapText({ ...script, ...links }, narrow), chosen);
      expect(wide.split('\n').map(narrow)).toEqual(narrowed.split('\n').map(narrow));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
