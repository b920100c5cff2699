import { afterAll, beforeAll, expect, test } from 'vitest';
import { mermaidVersion } from '../../src/browser/peers.js';
import { openRasterizer, type Rasterizer } from '../../src/browser/rasterizer.js';
import { compareStamps, makeStamp, readStamp, stampPicture } from '../../src/stamp/stamp.js';
import { bareMachine } from './bare-machine.js';
import { pixelsOf } from './png-pixels.js';
import type { PictureRequest, PictureFormat } from '../../src/stamp/picture-request.js';

const versions = { authflow: '1.2.3', mermaid: '11.0.0' };
const request: PictureRequest = { id: 'a', mermaid: 'sequenceDiagram\n  A->>B: x\n', format: 'png' };
const stamp = makeStamp(request, versions);

const compared = (changes: Partial<PictureRequest>, changed = versions as Parameters<typeof makeStamp>[1]) =>
  compareStamps(stamp, makeStamp({ ...request, ...changes }, changed));

test('source and options decide; versions are distinguished', () => {
  expect(compared({ mermaid: request.mermaid.replaceAll('\n', '\r\n') })).toBe('same');
  expect(compared({ mermaid: 'sequenceDiagram\n  A->>B: y\n' })).toBe('stale');
  expect(compared({ scale: 2, background: 'white', width: undefined, mermaidConfig: {} })).toBe('same');
  for (const change of [{ scale: 3 }, { width: 800 }, { background: 'transparent' }, { id: 'b' }]) {
    expect(compared(change), JSON.stringify(change)).toBe('stale');
  }
  expect(compared({ mermaidConfig: { theme: 'dark' } })).toBe('stale');
  expect(compared({}, { ...versions, authflow: '1.2.4' })).toBe('other-tool');
  expect(compared({}, { ...versions, mermaid: '11.0.1' })).toBe('other-tool');
  expect(compared({}, { ...versions, mermaid: null })).toBe('same');
});

test('an option of another format changes nothing', () => {
  const svg = (changes: Partial<PictureRequest>) => makeStamp({ ...request, format: 'svg', ...changes }, versions);
  expect(svg({ scale: 3 })).toEqual(svg({}));
  expect(svg({ width: 300 })).not.toEqual(svg({}));
});

test('the order of a configuration’s keys is none of its meaning', () => {
  const configured = (mermaidConfig: Record<string, unknown>) => makeStamp({ ...request, mermaidConfig }, versions);
  expect(configured({ a: 1, b: { c: 2, d: [3] } })).toEqual(configured({ b: { d: [3], c: 2 }, a: 1 }));
});

test.each(['svg', 'png', 'pdf'] as const)('what is no %s has no stamp, and gets none', (format) => {
  for (const content of ['', 'text', '<svg/>', '%PDF-1.4', '\x89PNG\r\n\x1a\n\0\0\0\xffIHDR']) {
    expect(readStamp(format, Buffer.from(content, 'latin1'))).toBeNull();
    expect(() => stampPicture(format, Buffer.from(content, 'latin1'), stamp)).toThrow(/to stamp/);
  }
});

test('the version is that of the Mermaid which draws', () => {
  expect(mermaidVersion()).toMatch(/^11\.\d+\.\d+$/);
});

let rasterizer: Rasterizer;
beforeAll(async () => {
  rasterizer = await openRasterizer({ world: bareMachine() });
});
afterAll(() => rasterizer.close());

const formats: readonly PictureFormat[] = ['svg', 'png', 'pdf'];

test.each(formats)('a stamp goes into a real %s and out again, and one only', async (format) => {
  // A label that looks like one is none.
  const mermaid = `sequenceDiagram\n  A->>B: <metadata>authflow/9 mermaid/9 source/9 options/9</metadata>`;
  const bare = await rasterizer.render({ id: 'a', mermaid, format });
  expect(readStamp(format, bare)).toBeNull();
  const first = stampPicture(format, bare, { ...stamp, source: 'abc' });
  const second = stampPicture(format, first, stamp);
  expect(readStamp(format, first)?.source).toBe('abc');
  expect(readStamp(format, second)).toEqual(stamp);
  expect(readStamp(format, first.subarray(0, 60))).toBeNull();
  if (format !== 'pdf') expect(second).toHaveLength(stampPicture(format, bare, stamp).length);
  if (format === 'png') expect(pixelsOf(second).width).toBe(pixelsOf(bare).width);
});

test('two PDFs of one diagram are the same bytes, and open', async () => {
  const draw = async () => stampPicture('pdf', await rasterizer.render({ ...request, format: 'pdf' }), stamp);
  const first = await draw();
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(Buffer.from(await draw()).equals(first)).toBe(true);
  const { info, text } = await readPdf(first);
  expect(info).toMatchObject({ Keywords: expect.stringContaining(`source/${stamp.source}`) as string });
  expect(text).toContain('x');
});

/** By a reader that is none of ours. */
async function readPdf(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const { items } = await (await document.getPage(1)).getTextContent();
  return { info, text: items.map((item) => ('str' in item ? item.str : '')) };
}
