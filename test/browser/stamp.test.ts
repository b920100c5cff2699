import { expect, test } from 'vitest';
import { mermaidVersion } from '../../src/browser/peers.js';
import { compareStamps, isSamePdf, makeStamp, readStamp, stampPicture } from '../../src/stamp/stamp.js';
import type { PictureRequest } from '../../src/stamp/picture-request.js';

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

test('a PDF draws what it does without its stamp, whatever was written into it', () => {
  const pdf = (title: string) =>
    Buffer.from(
      `%PDF-1.4\n1 0 obj\n<</Title (${title})>>\nendobj\ntrailer\n<</Size 2\n/Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
    );
  const stamped = (title: string, authflow: string) => stampPicture('pdf', pdf(title), { ...stamp, authflow });
  expect(isSamePdf(stamped('a', '1.2.3'), stamped('a', '10.0.0-beta.1'))).toBe(true);
  expect(isSamePdf(stamped('a', '1.2.3'), stamped('b', '1.2.3'))).toBe(false);
  // A text that looks like a stamp does not end the drawing before it.
  const imitation = 'x 0 obj\n/Keywords (authflow/1)';
  expect(isSamePdf(stamped(`a ${imitation}`, '1.2.3'), stamped(`b ${imitation}`, '1.2.3'))).toBe(false);
  expect(isSamePdf(stamped(`${imitation} a`, '1.2.3'), stamped(`${imitation} b`, '1.2.3'))).toBe(false);
});

test('the version is that of the Mermaid which draws', () => {
  expect(mermaidVersion()).toMatch(/^11\.\d+\.\d+$/);
});
