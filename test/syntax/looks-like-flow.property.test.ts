import { expect, it } from 'vitest';
import { looksLikeFlow } from '../../src/syntax/index.js';

it.each([
  ['a flow', 'id: a\ntitle: A\n', true],
  ['an extension in quotes', '"extends": a\n', true],
  ['a flow in one line', '{ id: a, title: A }', true],
  ['an indented flow', '  id: a\n  title: A\n', true],
  ['a flow behind a comment and a directive', '%YAML 1.2\n---\n# ours\nid: a\n', true],
  ['a broken flow', 'title: A\nsteps: [{ A -> B: x\nid: a\n', true],
  ['a flow with a tab', 'id: a\n\ttitle: A\n', true],
  ['nothing', '', true],
  ['a list', '- id: a\n', true],
  ['a text', 'hello\n', true],
  ['what parties are included', 'participants: { C: Client }\n', false],
  ['other YAML', 'services: {}\n', false],
  ['other YAML in one line', '{ services: {} }', false],
  ['a title inside', 'info:\n  title: Petstore\n  id: a\n', false],
  ['a title in a text', 'data: |\n  title: a\n\n  id: b\n', false],
  ['a title in a text in quotes', 'data: "\n\n  id: b\n"\n', false],
  ['a quote that is not closed', 'kind: Pod\n"id: b\n', false],
  ['a title in a second document', 'kind: Pod\n---\ntitle: A\n', false],
  ['the template of a manifest', 'kind: Pod\nmetadata:\n  {{- include "labels" . | nindent 4 }}\nspec: {}\n', false],
  ['keys that are no text', '1: a\n? [b]\n: c\n', false],
])('%s', (_, text, expected) => expect(looksLikeFlow({ path: 'a.yaml', text })).toBe(expected));

it('looks at the beginning of a file that is too large', () => {
  const services = 'services: {}\n# ' + 'x'.repeat(2_000_000);
  expect(looksLikeFlow({ path: 'a.yaml', text: `${services}\nid: a\n` })).toBe(false);
  expect(looksLikeFlow({ path: 'a.yaml', text: '['.repeat(200_000) })).toBe(true);
});
