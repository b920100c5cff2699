/** secretlint as a judge: what its recommended rules take for a secret among ours, authflow takes, too. */
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { expect, it } from 'vitest';
import { findSecrets } from '../../src/secrets/find-secrets.js';
import { gitleaksSamples } from './gitleaks-samples.js';
import { lookAlikes } from './look-alikes.js';
import { fill, madeUpSecrets } from './made-up.js';

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };

/** The texts that secretlint takes for secrets. */
async function judge(content: string): Promise<readonly string[]> {
  const source = { filePath: '/notes.txt', content, contentType: 'text' as const, ext: '.txt' };
  const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
  return messages.map(({ range: [start, end] }) => content.slice(start, end));
}

const texts = [...Object.values(madeUpSecrets), ...Object.values(gitleaksSamples).map((sample) => fill(sample))];

it('finds whatever it finds', async () => {
  const judged = await Promise.all(texts.map(async (text) => ({ text, secrets: await judge(text) })));
  const theirs = judged.filter(({ secrets }) => secrets.length > 0);
  expect(theirs.length).toBeGreaterThan(20);
  expect(theirs.filter(({ text }) => findSecrets(text).length === 0)).toEqual([]);
});

it('takes no look-alike that it leaves', async () => {
  const left = await Promise.all(lookAlikes.map(async (text) => ((await judge(text)).length === 0 ? [text] : [])));
  const taken = left.flat().filter((text) => findSecrets(text).some(({ severity }) => severity !== 'info'));
  expect(left.flat().length).toBeGreaterThan(50);
  expect(taken).toEqual([]);
});
