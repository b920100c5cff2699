import { expect, test } from 'vitest';
import { packagedDesign } from '../../src/design.js';
import { excerptOf, partsByPhase } from '../../src/deck/parts.js';
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

const source = { name: 'RFC 7636 §4.3', url: 'https://www.rfc-editor.org/rfc/rfc7636#section-4.3' };
const remark = { flow: 'flow', rule: 'SEC006', severity: 'error', message: 'no PKCE at all', fix: 'add it', source };

test('a deck shows its pictures, and says what is new on each', async () => {
  const slides = partsByPhase(flow).map((part, index) => ({
    picture: `flow.slide-0${index + 1}.png`,
    title: `Sign in: ${part.phase?.plain ?? ''}`,
    excerpt: excerptOf(part),
  }));
  const { path, content } = renderDeck(flow, slides, packagedDesign(), [
    { ...remark, at: null },
    { ...remark, at: flow.steps[2]?.span ?? null, message: 'no PKCE --> none' },
    { ...remark, at: flow.steps[2]?.span ?? null, flow: 'other' },
  ]);
  expect(path).toBe('flow.deck.md');
  await expect(content).toMatchFileSnapshot('golden/flow.deck.md');
  // A speaker's notes end where the template ends them.
  expect(content.match(/--!?>/g)).toEqual(slides.map(() => '-->'));
});
