/** Each rule of gitleaks, as translated, finds its form and nothing shorter. */
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/secrets/find-secrets.js';
import { findByRule, secretRules } from '../../src/secrets/rule-set.js';
import { gitleaksSamples } from './gitleaks-samples.js';
import { fill } from './made-up.js';

it('has a sample for each rule', () => expect(Object.keys(gitleaksSamples)).toEqual(secretRules.map(({ id }) => id)));

it('has no repetition without an end, so that the time of a search is linear in the text', () => {
  const open = secretRules.filter(({ pattern }) =>
    /[*+]|\{\d+,\}/.test(pattern.replace(/\[(?:\\.|[^\]\\])*\]|\\./g, '')),
  );
  expect(open.map(({ id }) => id)).toEqual([]);
});

describe.each(secretRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const sample = gitleaksSamples[id] ?? '';
  const put = (text: string): string => `steps:\n  - A -> B: see ${text}, please\n`;

  it('finds a secret', () => {
    const text = put(fill(sample));
    expect(rule.keywords.filter((word) => text.toLowerCase().includes(word))).not.toEqual([]);
    expect(findByRule(rule, text).map(({ type }) => type)).toEqual([rule.type]);
    expect(findSecrets(text)).not.toEqual([]);
  });

  it('misses what is too short, and what stands for a secret', () => {
    // A marker of Amazon's has no random part.
    if (!/\{\w/.test(sample)) {
      expect(findByRule(rule, put(sample.slice(0, -1)))).toEqual([]);
      return;
    }
    // Some parts of some forms have any length but none.
    const times = rule.pattern.includes('{1,200}') ? 0 : 0.4;
    expect(findByRule(rule, put(fill(sample, times)))).toEqual([]);
    const standIn = sample.replace(/\{\w(\d+)\}/g, (_, length: string) => 'x'.repeat(Number(length)));
    expect(findByRule(rule, put(fill(standIn)))).toEqual([]);
  });
});
