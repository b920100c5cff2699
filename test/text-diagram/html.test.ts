import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadDesign } from '../../src/design.js';
import { flowOf } from '../compile.js';
import { renderFlow } from '../../src/render.js';

const folder = new URL('../../examples/html/ascii/', import.meta.url);
const example = readdirSync(folder).map((name) => ({
  path: `ascii/${name}`,
  text: readFileSync(new URL(name, folder), 'utf8'),
}));

const flow = flowOf(`id: flow
title: Flow
participants: { A: "<b>bold</b>", B: "&amp; \\"quoted\\"" }
steps:
  - A -> B: "<script>alert(1)</script> ]]> </pre>"
  - note: "1 < 2 && 3 > 2"
    over: A
`);

test('the HTML example says what the plain diagram says, and nothing in it is markup', async () => {
  const { design, diagnostics } = await loadDesign(example);
  expect(diagnostics).toEqual([]);
  const html = renderFlow(flow, { formats: ['text'], design }).artifacts[0]?.content ?? '';
  const spans = html.replaceAll(/<\/?(?:pre class="authflow"|pre|span class="[a-z-]+"|span)>/g, '');
  expect(spans).not.toMatch(/[<>]/);
  const said = spans.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  expect(said.trim()).toBe((renderFlow(flow, { formats: ['text'] }).artifacts[0]?.content ?? '').trim());
  expect(html).toContain('<span class="back-request">1. &lt;script&gt;');
});
