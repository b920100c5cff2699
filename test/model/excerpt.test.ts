import { describe, expect, test } from 'vitest';
import { toMermaid, toText } from '../../src/index.js';
import { excerptNames, findExcerpt } from '../../src/model/excerpt.js';
import { stepById } from '../../src/model/steps.js';
import { flowOf, withSteps } from '../compile.js';

const flow = flowOf(`id: flow
title: Flow
numbering: both
participants:
  U: User
  C: Client
  B: { label: Browser, kind: browser }
  AS: Authorization server
steps:
  - U -> C: Sign in
    phase: Start here
  - C -> B: Open
    activate: true
  - alt:
      allowed:
        - B -> AS: Ask
          id: ask
        - AS --> B: Page
        - note: In between
          over: B
          id: between
        - AS --> B -> C: 303
          id: callback
          redirect: { to: "https://app.example.com/cb" }
      denied:
        - AS --> B: 400
  - C -> AS: Token
    phase: Get tokens
    id: token
    activate: true
    note: Beside it
  - AS --> C: 200
    deactivate: true
  - C -> AS: Token again
    id: again
  - AS --> C: 401
    replyTo: token
  - B -> U: Done
    deactivate: true
`);

/** What stands after the numbers, as `3 Ask`. */
function shown(name: string): readonly string[] {
  const excerpt = findExcerpt(flow, name);
  if (!excerpt) throw new Error(`there is no ${name}`);
  return [...toText(flow, { excerpt }).matchAll(/ (\d+)\. (?:[•↪] )?([A-Z0-9][\w ]*\w)/g)].map(
    ([, number = '', text = '']) => `${number} ${text}`,
  );
}

describe('an excerpt is', () => {
  test.each([
    ['a step and what answers it', 'ask', ['3 Ask', '4 Page', '5 303', '7 400']],
    ['both messages of a redirect', 'callback', ['5 303', '6 GET']],
    ['the replies that name it', 'token', ['8 Token', '11 401']],
    ['a step that the author gives no id', 'open', ['2 Open']],
    ['a fragment that the author gives no id', 'allowed', ['3 Ask', '4 Page', '5 303', '6 GET', '7 400']],
    ['the message that a note stands with', 'token-note', ['8 Token', '11 401']],
    ['the second message of a redirect', 'callback-open', ['6 GET']],
    ['a message that nothing answers by name', 'again', ['10 Token again']],
    ['a phase', 'Start here', ['1 Sign in', '2 Open', '3 Ask', '4 Page', '5 303', '6 GET', '7 400']],
    [
      'the last phase, in another spelling',
      ' get  TOKENS',
      ['8 Token', '9 200', '10 Token again', '11 401', '12 Done'],
    ],
  ])('%s', (_what, name, messages) => {
    expect(shown(name)).toEqual(messages);
  });

  test('nothing where no step and no phase has the name', () => {
    expect(findExcerpt(flow, 'constructor')).toBeNull();
    expect(findExcerpt(flow, '')).toBeNull();
  });

  test('named: first what the author calls it, then what is made of its words', () => {
    expect(excerptNames(flow)).toEqual([
      ...['Start here', 'ask', 'between', 'callback', 'Get tokens', 'token', 'again'],
      ...['sign-in', 'open', 'allowed', 'page', 'callback-open', 'message-400', 'message-200', 'message-401', 'done'],
    ]);
  });
});

test('a phase is found before a step with the same words, and after an id of the author’s', () => {
  const named = flowOf(
    withSteps(`
  - { C -> AS: Sign in, phase: Start }
  - { C -> AS: Token, phase: sign-in }
  - { C -> AS: Start }
  - { C -> AS: Else, id: token }
`),
  );
  const texts = (name: string) =>
    [...(findExcerpt(named, name) ?? [])].map((id) => {
      const step = stepById(named, id);
      return step?.kind === 'message' ? step.text.plain : '';
    });
  expect(texts('sign-in')).toEqual(['Token', 'Start', 'Else']);
  expect(texts('start')).toEqual(['Sign in']);
  expect(texts('token')).toEqual(['Else']);
});

test('what is around it stays: heads, fragments, the branch, activations', () => {
  const excerpt = findExcerpt(flow, 'between') ?? new Set();
  expect(toText(flow, { excerpt })).toMatchInlineSnapshot(`
    "┌──────┐  ┌────────┐  ┌─────────┐  ┌──────────────────────┐
    │ User │  │ Client │  │ Browser │  │ Authorization server │
    └──┬───┘  └───┬────┘  └────┬────┘  └──────────┬───────────┘
       │          │            ║                  │
       │          │    ┌─ alt [allowed] ─┐        │
       │          │    │       ║         │        │
       │          │    │ ┌─────╨──────┐  │        │
       │          │    │ │ In between │  │        │
       │          │    │ └─────╥──────┘  │        │
       │          │    │       ║         │        │
       │          │    └───────╫─────────┘        │
       │          │            │                  │
    "
  `);
});

test('Mermaid’s badges go on from the number in the whole, and activations are in balance', () => {
  const excerpt = new Set([...(findExcerpt(flow, 'callback') ?? []), ...(findExcerpt(flow, 'again') ?? [])]);
  expect(toMermaid(flow, { excerpt })).toMatchInlineSnapshot(`
    "sequenceDiagram
        accTitle: Flow
        accDescr: Participants: User, Client, Browser, Authorization server. Messages: 12, first “Sign in”, last “Done”.
        autonumber

        participant U as User
        participant C as Client
        participant B as Browser
        participant AS_ as Authorization server

        activate B

        alt allowed
            autonumber 5 1
            AS_-->>B: 5. ↪ 303
            B->>C: 6. ↪ GET /cb
        end

        autonumber 10 1

        C->>AS_: 10. Token again
        deactivate B
    "
  `);
});

test('a redirect that no request follows is shown alone', () => {
  const redirected = flowOf(
    withSteps(`
  - { AS --> C: 303 elsewhere, id: away, redirect: { to: "https://app.example.com/cb" } }
  - { C -> AS: Something else, id: else }
`),
  );
  const excerpt = findExcerpt(redirected, 'away') ?? new Set();
  expect([...excerpt]).not.toContain('else');
});
