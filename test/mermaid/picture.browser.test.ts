/**
 * What the parsers can't tell: that a label is drawn as it was written, and leaves nothing in the picture but its text.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '../browser-test.js';
import { textOf } from '../../src/source/filled-text.js';
import { resolveTheme } from '../../src/theme/resolve-theme.js';
import { variableNames } from '../../src/theme/variables.js';
import { openRasterizer, type Rasterizer } from '../../src/browser/rasterizer.js';
import { label } from './labels.js';
import { labelledScript, labelsPerScript } from './labelled.js';
import { runs } from '../runs.js';
import { printMermaid } from './print.js';
import { box, highlight, message, participant, script } from './script.js';
import { noChoice } from '../builders/flow.js';
import { presetOf } from '../theme/preset.js';
import { openInspector, type Inspector } from './svg-inspector.js';

const numRuns = runs(20);

const nameSpan = { source: { path: '', text: '' }, start: 0, end: 0 };

let rasterizer: Rasterizer;
let inspector: Inspector;
beforeAll(async () => {
  rasterizer = await openRasterizer();
  inspector = await openInspector();
});
afterAll(async () => {
  await rasterizer.close();
  await inspector.close();
});

/** Mermaid puts a zero-width space into an empty line. Blanks that keep a layout are no-break spaces. */
const trimmed = (text: string): string => text.replaceAll('\u200b', '').replaceAll('\u00a0', ' ').trim();
const linesOf = (labels: readonly string[] = []): readonly string[] =>
  labels.flatMap((text) => text.split('\n').map(trimmed)).filter((line) => line !== '');

/** Mermaid puts fragment labels into brackets, wraps them, and hyphenates long words. */
const squeezed = (texts: readonly string[] = []): string => texts.join('').replace(/[\s\u200b[\]-]/g, '');

/** Of any scheme but those that only lead elsewhere; Mermaid itself writes about:blank for what it refuses. */
const isScript = (link: string): boolean =>
  /^(?!https?:|mailto:|about:blank$)[a-z][a-z\d+.-]*:/i.test(link.replace(/\s/g, ''));

test(`${numRuns} pictures with ${labelsPerScript} labels each`, { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(label, { minLength: labelsPerScript, maxLength: labelsPerScript }), async (labels) => {
      const { script, expected } = labelledScript(labels);
      const mermaid = printMermaid(script, { target: '11.13' });
      const svg = await inspector.inspect(await rasterizer.render({ id: 'labels', mermaid, format: 'svg' }));
      const texts = (name: string): readonly string[] => linesOf(svg.texts[name]);

      expect(svg.dangers).toEqual([]);
      expect(svg.links.filter(isScript)).toEqual([]);
      expect([...texts(''), trimmed(svg.title), trimmed(svg.description)]).toEqual(
        (expected.head ?? []).map(trimmed).filter((text, index) => index > 0 || text !== ''),
      );
      expect(texts('messageText').filter((text) => text !== 'x')).toEqual(
        linesOf(expected.messages).filter((text) => text !== 'x'),
      );
      expect(texts('noteText')).toEqual(linesOf(expected.notes));
      const names = linesOf(expected.participants);
      expect([...texts('actor actor-box'), ...texts('actor actor-man')].sort()).toEqual([...names, ...names].sort());
      // What is wider than its box is broken; and Mermaid puts each box below the one before.
      expect(squeezed(texts('text'))).toBe(squeezed([...(expected.boxes ?? [])].reverse()));
      expect(texts('actor')).toEqual(linesOf(expected.links?.filter((_, index) => index % 2 === 0)));
      const branches = expected.branches ?? [];
      expect(squeezed(svg.texts.loopText)).toBe(squeezed([0, 2, 3, 4, 6, 8].map((index) => branches[index] ?? '')));
      expect(squeezed(svg.texts.sectionTitle)).toBe(squeezed([1, 5, 7].map((index) => branches[index] ?? '')));
    }),
    { numRuns, endOnFailure: true },
  );
});

test('ids, colours, zones, theme values and addresses leave nothing either', async () => {
  const hostile = [
    '"><script>alert(1)</script>',
    "red'}}}%%\n<img src=x onerror=alert(1)>",
    'url(https://evil.example/x.svg#a)',
    'red;}@import url(https://evil.example);',
    'javascript:alert(1)',
    'JaVa\tScript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
  ];
  const variables = variableNames.map((name, index) => ({
    name,
    value: textOf(hostile[index % hostile.length] ?? ''),
    nameSpan,
  }));
  const zones = Object.fromEntries(hostile.map((text) => [text, { light: text, dark: text }]));
  const { theme } = resolveTheme(presetOf('light'), { ...noChoice, variables }, zones);
  const drawn = script({
    participants: hostile.map((id) => participant(id, { links: [{ label: 'a', url: id }] })),
    boxes: hostile.map((text, index) => box(index, index, '', { color: text, zone: text })),
    steps: hostile.map((text) => highlight(text, [message(text, text, '')])),
  });
  const svg = await inspector.inspect(
    await rasterizer.render({ id: 'hostile', mermaid: printMermaid(drawn, { theme, target: '11.13' }), format: 'svg' }),
  );
  expect(svg.dangers).toEqual([]);
  expect(svg.links.filter(isScript)).toEqual([]);
});

test('the inspector sees what must not be there', async () => {
  const inspected = await inspector.inspect(
    new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg"><script>1</script><g onclick="x"/>
      <foreignObject/><image href="https://evil.example/a.png"/><rect fill="url(https://evil.example#a)"/>
      <style>@import "x"; a { b: url(y) }</style><a href="javascript:x"/></svg>`),
  );
  expect(inspected.dangers).toEqual([
    'script',
    '@onclick',
    'foreignObject',
    'image',
    'href=https://evil.example/a.png',
    'url(https://evil.example#a)',
    'url(y)',
    '@import',
  ]);
  expect(inspected.links).toEqual(['javascript:x']);
});
