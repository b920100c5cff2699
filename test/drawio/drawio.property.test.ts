/** Files of draw.io: what they hold, that they are sound for every flow, and that no text becomes markup. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { messagesOf } from '../../src/model/tree.js';
import { isOutside } from '../../src/model/step.js';
import { textOf } from '../../src/source/filled-text.js';
import { loadFlow } from '../flows/load.js';
import { runs } from '../runs.js';
import { lintDrawio, readDrawio } from './read-drawio.js';
import type { ReadPage } from './read-drawio.js';
import { drawioOf, hostile, samples, shipped } from './samples.js';

describe.each(samples)('$name', ({ load }) => {
  const xml = drawioOf(load());

  it('is sound', () => expect(lintDrawio(xml)).toEqual([]));

  it('has every message between its participants', () => {
    const [page] = readDrawio(xml);
    const edges = page!.cells.filter(({ attributes }) => attributes.edge === '1');
    const ends = edges.map(({ attributes: { source, target } }) =>
      [source, target].map((end) => end!.replace(/^participant-|\.\d+$/g, '')),
    );
    const wanted = [...messagesOf(load().steps)].map(({ id, from, to }) =>
      [from, to].map((end) => (isOutside(end) ? `step-${id}.nowhere` : end)),
    );
    expect(ends).toEqual(wanted);
  });
});

/** One line for each page: a change of a release, in which flows it is. */
test('is printed as it was', async () => {
  const lines = shipped.flatMap(({ load }) => {
    const flow = load();
    return readDrawio(drawioOf(flow)).map(
      ({ id, name, cells }) => `${flow.id} ${id} "${name}": ${cells.length} cells, ${checksum(JSON.stringify(cells))}`,
    );
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/pages.txt');
});

test.each(['client-credentials', 'ciba-poll'])('%s', async (id) => {
  await expect(drawioOf(loadFlow(id))).toMatchFileSnapshot(`golden/${id}.drawio`);
});

const withTexts = (one: string, other: string) => `id: hostile
title: ${JSON.stringify(one)}
heading: true
boxes: { box: { title: ${JSON.stringify(other)} } }
participants:
  A: { label: ${JSON.stringify(one)}, box: box, links: { ${JSON.stringify(other)}: 'https://example.com/?a="b"&c=<d>' } }
  B: B
steps:
  - { from: A, to: B, text: ${JSON.stringify(one)}, phase: ${JSON.stringify(other)} }
  - { note: ${JSON.stringify(other)}, over: A }
  - { from: B, to: B, text: ${JSON.stringify(other)}, phase: ${JSON.stringify(one)} }
  - alt: [{ label: ${JSON.stringify(one)}, steps: [{ from: B, to: A, text: ${JSON.stringify(one)} }] }]
`;

/** What HTML shows of a label. */
const shownBy = (html: string): string =>
  html
    .replaceAll(/<br>|\u00a0/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name]!);

const textsOn = ({ cells }: ReadPage): string =>
  cells
    .map(({ label }) => shownBy(label))
    .join('\n')
    .replaceAll(/\s+/g, '');

test('texts stay texts', () => {
  const texts = fc.oneof(
    fc.constant(hostile),
    fc
      .array(fc.constantFrom(...Array.from('<>&;"\'=%$#{}[]!- a\\'), '&lt;', '<br>', '<img onerror=x>', ']]>', 'שלום'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const { flow } = compileFlow({ path: 'flows/hostile.yaml', text: withTexts(`x${one}`, `y${other}`) });
      if (!flow) throw new Error(`no flow of ${JSON.stringify([one, other])}`);
      const xml = drawioOf(flow);
      expect(lintDrawio(xml)).toEqual([]);
      const [page] = readDrawio(xml);
      expect(page!.name).toBe(`x${one}`.replaceAll(/\s+/g, ' ').trim());
      const shown = textsOn(page!);
      for (const text of [`x${one}`, `y${other}`]) expect(shown).toContain(text.replaceAll(/\s+/g, ''));
    }),
    { numRuns: runs(60) },
  );
});

test('characters that XML has not are replaced', () => {
  const flow = loadFlow('client-credentials');
  const title = textOf('a\u0000b\u001fc\ud800d\uffffe\nf');
  const [page] = readDrawio(drawioOf({ ...flow, title }));
  expect(page!.name).toBe('a\ufffdb\ufffdc\ufffdd\ufffde f');
});

test('ids do not depend on other steps', () => {
  const idsIn = (steps: string): readonly string[] => {
    const text = `id: login\ntitle: Login\nparticipants: { A: A, B: B }\nsteps:\n${steps}`;
    const { flow } = compileFlow({ path: 'flows/login.yaml', text });
    return readDrawio(drawioOf(flow!))[0]!.cells.map(({ id }) => id);
  };
  const after = '  - A -> B: GET /\n    note: N\n  - loop: { }\n    steps: [A -> B: again]\n'.replace(
    'loop: { }',
    'loop: often',
  );
  const [before, longer] = [idsIn(after), idsIn(`  - B -> A: first\n${after}`)];
  expect(before.filter((id) => !longer.includes(id))).toEqual([]);
});

test('a flow with several phases has a page for each, and one without has one', () => {
  const pages = readDrawio(drawioOf(loadFlow('device-authorization')));
  expect(pages.map(({ name }) => name)).toEqual([
    'Device authorization grant',
    'Get the codes',
    'Approve while the device polls',
    'Call the API',
  ]);
  const idsOf = ({ cells }: ReadPage) => cells.filter(({ attributes }) => attributes.edge).map(({ id }) => id);
  expect(pages.slice(1).flatMap(idsOf)).toEqual(idsOf(pages[0]!));
});

test.each([
  ['two cells are called', (xml: string) => xml.replace(/id="participant-[^."]*"/g, 'id="participant-C"')],
  ['it ends at', (xml: string) => xml.replace(/target="[^"]*"/, 'target="nobody"')],
  ['pinned by a share', (xml: string) => xml.replace('exitY=0;', 'exitY=0.4;')],
  ['slanted', (xml: string) => xml.replaceAll('entryDy=', 'entryDy=9')],
  ['a comment', (xml: string) => xml.replace('<root>', '<root><!-- x -->')],
  ['its parent', (xml: string) => xml.replace(/parent="participant[^"]*"/, 'parent="nobody"')],
  ['other elements', (xml: string) => xml.replace('value="', 'value="&lt;img onerror=x&gt;')],
])('the lint finds: %s', (fault, plant) => {
  const xml = drawioOf(loadFlow('client-credentials'));
  expect(plant(xml)).not.toBe(xml);
  expect(lintDrawio(plant(xml)).join('\n')).toContain(fault);
});

function checksum(text: string): string {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
