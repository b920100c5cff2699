import { expect, test } from 'vitest';
import { pagePolicy } from '../../src/browser/mermaid/page-policy.js';

const HOST = 'https://mermaid-cli-intercept.invalid';

test('what mermaid-cli asked for while the page was set up, what lies beside and below it, and nothing else', () => {
  const { allows, close } = pagePolicy();
  expect(allows('file:///modules/mermaid-cli/dist/index.html')).toBe(true);
  expect(allows(`${HOST}/modules/mermaid/dist/mermaid.esm.mjs`)).toBe(true);
  expect(allows('https://example.com/x')).toBe(false);
  close();
  expect(allows(`${HOST}/modules/mermaid/dist/chunks/sequence.mjs`)).toBe(true);
  expect(allows('data:image/png;base64,AA')).toBe(true);
  expect(allows('blob:null/1')).toBe(true);
  for (const url of [
    `${HOST}/modules/mermaid/package.js`,
    `${HOST}/modules/mermaid/dist/../../secret.css`,
    `${HOST}/home/ann/secret.css`,
    `${HOST}.example.com/modules/mermaid/dist/x.mjs`,
    'file:///modules/mermaid-cli/dist/index.html',
    'file:///etc/passwd',
    'https://example.com/x',
    'http://127.0.0.1/',
    'ws://127.0.0.1/',
    'chrome://crash',
    '',
  ]) {
    expect(allows(url), url).toBe(false);
  }
});
