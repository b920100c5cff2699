/** The flow as a whole: defaults, specifications, numbering, fragments. */
import { describe, expect, test } from 'vitest';
import { flowOf, withSteps } from '../compile.js';
import type { Step } from '../../src/model/step.js';

const flow = (more: string) => flowOf(`id: flow\ntitle: Flow\nparticipants: { C: }\nsteps: []\n${more}`);

test('what an author leaves out has a default', () => {
  expect(flow('')).toMatchObject({
    heading: false,
    summary: { plain: '' },
    status: 'current',
    profile: [],
    issuer: null,
    theme: { preset: 'host', variables: [] },
    numbering: { badge: true, label: false, start: 1, step: 1, byPhase: false, oneForRedirects: null },
    mermaidTarget: null,
    ascii: { style: 'full', boxes: true, self: 'loop', emoji: 'drop', legs: 'letters', width: null },
    page: null,
    lint: { allowances: [], sessionCookies: [], csrfCookies: [], assertionLifetime: null },
  });
});

test.each([
  ['RFC 6749', 'RFC 6749', 'https://www.rfc-editor.org/rfc/rfc6749'],
  ['RFC 6749 §4.4', 'RFC 6749 §4.4', 'https://www.rfc-editor.org/rfc/rfc6749#section-4.4'],
  ['{ name: RFC 7636, section: "4.1" }', 'RFC 7636 §4.1', 'https://www.rfc-editor.org/rfc/rfc7636#section-4.1'],
  ['RFC 7636 §B', 'RFC 7636 §B', 'https://www.rfc-editor.org/rfc/rfc7636#appendix-B'],
  ['{ name: RFC 6749, url: "https://example.com" }', 'RFC 6749', 'https://example.com'],
  ['OpenID Connect Core 1.0', 'OpenID Connect Core 1.0', ''],
])('the specification %s is %s at %j', (written, name, url) => {
  expect(flow(`specs: ${written}`).specs).toEqual([{ name, url }]);
});

test.each([
  ['badge', { badge: true, label: false, start: 1, step: 1 }],
  ['label', { badge: false, label: true, start: 1, step: 1 }],
  ['both', { badge: true, label: true, start: 1, step: 1 }],
  ['none', { badge: false, label: false, start: 1, step: 1 }],
  ['{ start: 10, step: 5 }', { badge: true, label: false, start: 10, step: 5 }],
  ['{ by: phase }', { badge: false, label: true, start: 1, step: 1, byPhase: true }],
  ['{ by: phase, show: badge }', { badge: true, label: false, start: 1, step: 1, byPhase: true }],
  ['{ redirects: one }', { badge: true, label: false, start: 1, step: 1, oneForRedirects: true }],
  ['{ redirects: two }', { badge: true, label: false, start: 1, step: 1, oneForRedirects: false }],
])('numbering %s', (written, numbering) =>
  expect(flow(`numbering: ${written}`).numbering).toEqual({ byPhase: false, oneForRedirects: null, ...numbering }),
);

describe('fragments', () => {
  const step = (written: string): Step | undefined => flowOf(withSteps(`  - ${written}`)).steps[0];

  test.each(['alt', 'par', 'critical'])('%s has its branches in order', (type) => {
    expect(step(`${type}: { b: [], "1": [], a: [] }`)).toMatchObject({
      type,
      branches: [{ label: { plain: 'b' } }, { label: { plain: '1' } }, { label: { plain: 'a' } }],
    });
  });

  test.each(['opt', 'loop', 'break'])('%s has one', (type) => {
    expect(step(`{ ${type}: Why, steps: [ { C -> C: Hi } ] }`)).toMatchObject({
      type,
      branches: [{ label: { plain: 'Why' }, steps: [{ kind: 'message' }] }],
      interval: null,
    });
  });

  test('a loop may have an interval, and a region its own colour or the theme’s', () => {
    expect(step('{ loop: Poll, interval: 5, steps: [] }')).toMatchObject({ interval: { plain: '5' } });
    expect(step('{ rect: red, steps: [] }')).toMatchObject({ kind: 'highlight', color: { plain: 'red' } });
    expect(step('{ rect: theme, steps: [] }')).toMatchObject({ kind: 'highlight', color: null });
  });
});
