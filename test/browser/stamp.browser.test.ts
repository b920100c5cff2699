/** Stamps in pictures as a browser draws them. */
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '../browser-test.js';
import { openRasterizer, type Rasterizer } from '../../src/browser/rasterizer.js';
import { makeStamp, readStamp, stampPicture } from '../../src/stamp/stamp.js';
import { bareMachine } from './bare-machine.js';
import { pixelsOf } from './png-pixels.js';
import type { PictureFormat, PictureRequest } from '../../src/stamp/picture-request.js';

const request: PictureRequest = { id: 'a', mermaid: 'sequenceDiagram\n  A->>B: x\n', format: 'png' };
const stamp = makeStamp(request, { authflow: '1.2.3', mermaid: '11.0.0' });

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
