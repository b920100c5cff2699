/** What is verified, as data, and as a sentence where no text is given. */
import { expect, test } from 'vitest';
import { checkNames, describeChecks } from '../../src/model/checks.js';
import { english } from '../builders/english.js';
import { messagesIn, mistakesIn, withSteps } from '../compile.js';

test.each([
  ['state', 'Check state'],
  ['[state, iss]', 'Check state and iss'],
  ['[aud, pkce, redirect-uri]', 'Check aud, PKCE and redirect_uri'],
])('%s is said by "%s"', (checks, text) => {
  const [message] = messagesIn(withSteps(`  - C -> C:\n    checks: ${checks}`));
  expect(message?.text.plain).toBe(text);
});

test('a text says it in its own words', () => {
  const [message] = messagesIn(withSteps('  - C -> C: Is it ours?\n    checks: [aud, exp]'));
  expect(message).toMatchObject({ text: { plain: 'Is it ours?' }, checks: ['aud', 'exp'] });
});

test('each is one of those that are known, in a message to oneself', () => {
  expect(mistakesIn(withSteps('  - { C -> C: x, checks: [nonec] }'))).toEqual([
    'flow.yaml:5:27 known-values: an item of "checks" can\'t be "nonec"',
  ]);
  expect(mistakesIn(withSteps('  - { C -> AS: x, checks: nonce }'))).toEqual([
    'flow.yaml:5:27 own-checks: only a participant itself can check what "checks" names',
  ]);
});

test('all have words', () =>
  expect(describeChecks(checkNames, english.say).split(/, | and /)).toHaveLength(checkNames.length));
