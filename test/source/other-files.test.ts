import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { longestId, otherBytes, otherText, usableId } from '../../src/source/index.js';

describe('files that are no text', () => {
  it.each([
    ['PK\u0003\u0004\u0014\0word/document.xml', 'an archive (ZIP), as documents of word processors are'],
    ['%PDF-1.7\n', 'a PDF'],
    ['\u0089PNG\r\n', 'a picture (PNG)'],
    ['\u007fELF\u0002\u0001\u0001\0', 'a program'],
    ['MZ\u0090\0\u0003', 'a program'],
  ])('%j', (bytes, what) => expect(otherBytes(Buffer.from(bytes, 'latin1'))).toBe(what));

  it.each(['id: a\n', '', 'MZ is my name', '\ufeffid: ü'])('%j is a text', (text) =>
    expect(otherBytes(Buffer.from(text))).toBeNull(),
  );
});

it.each([
  'id: a\ntitle: graph of it\n',
  '# sequenceDiagram\nid: a\n',
  '%YAML 1.2\n---\nid: a\n',
  '---\nid: a\n',
  '---\nid: a\n---\ntitle: b\n',
  'title: Login\n',
  '"title": x',
  '- participant A',
  'note: |\n  ```\n  code\n  ```\n',
  '{"id": "a"}',
  'graph: { a: b }',
])('%j may be a flow', (text) => expect(otherText({ path: 'a.yaml', text })).toBeNull());

it('makes ids that are allowed', () => {
  expect(usableId('con')).toBe('con-flow');
  expect(usableId('readme')).toBe('readme-flow');
  expect(usableId('sign-in')).toBe('sign-in');
  expect(usableId('a-'.repeat(300)).length).toBeLessThanOrEqual(longestId);
});
