import { expect, test } from 'vitest';
import { packagedDesign } from '../../src/design.js';
import { findExcerpt } from '../../src/model/excerpt.js';
import { flowOf } from '../compile.js';
import { printDeck as renderDeck } from '../../src/outputs/print-deck.js';

const flow = flowOf(`id: flow
title: "Sign in: \\"now\\""
participants: { C: Client, AS: Authorization server }
steps:
  - C -> AS: "GET /authorize --> --!> <!--"
    phase: Ask
    threats:
      - { title: Code injection, stride: T, mitigation: "PKCE --> yes", source: RFC 9700 §4.5 }
  - alt:
      allowed:
        - AS --> C: 303
      denied:
        - AS --> C: 303 access_denied
    threats: [{ title: Open redirect }]
  - C -> AS: POST /token
    phase: Get a token
`);

const wide = { width: 2560, height: 1440 };
const source = { name: 'RFC 7636 §4.3', url: 'https://www.rfc-editor.org/rfc/rfc7636#section-4.3' };
const remark = { flow: 'flow', rule: 'SEC006', severity: 'error', message: 'no PKCE at all', fix: 'add it', source };

test('a deck shows its pictures, and says what is new on each', async () => {
  const slides = ['Ask', 'Get a token'].map((phase, index) => ({
    picture: `flow.slide-0${index + 1}.png`,
    title: `Sign in: ${phase}`,
    excerpt: findExcerpt(flow, phase) ?? expect.fail(),
  }));
  const remarks = [
    { ...remark, at: null },
    { ...remark, at: flow.steps[2]?.span ?? null, message: 'no PKCE --> none' },
    { ...remark, at: flow.steps[2]?.span ?? null, flow: 'other' },
  ];
  const { content } = renderDeck(flow, { path: 'flow.deck.md', slides, size: wide, remarks }, packagedDesign());
  await expect(content).toMatchFileSnapshot('golden/flow.deck.md');
  // A speaker's notes end where the template ends them.
  expect(content.match(/--!?>/g)).toEqual(slides.map(() => '-->'));
});

test.each([
  ['16:9', 2560, 1440, null],
  ['4:3', 1920, 1440, '4:3'],
  ['the nearest of both: 16:9', 1600, 1000, null],
  ['the nearest of both: 4:3', 1500, 1000, '4:3'],
  ['the nearest of both: 4:3', 1000, 2000, '4:3'],
])('has the size that Marp knows: %s', (_, width, height, size) => {
  const slides = [{ picture: 'a.png', title: 'a', excerpt: findExcerpt(flow, 'Ask') ?? expect.fail() }];
  const { content } = renderDeck(flow, { path: 'a.deck.md', slides, size: { width, height } }, packagedDesign());
  const [, head] = /^---\n([^]*?\n)---\n/.exec(content) ?? [];
  expect(head).toBe(`marp: true\ntitle: "Sign in: \\"now\\""\n${size === null ? '' : `size: ${size}\n`}`);
});
