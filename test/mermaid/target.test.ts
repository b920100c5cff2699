import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureTarget } from '../../src/mermaid/target.js';

test('pictures may use what the oldest Mermaid of mermaid-cli draws', () => {
  const entry = createRequire(import.meta.url).resolve('@mermaid-js/mermaid-cli');
  const manifest = readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: { mermaid: string } };
  expect(dependencies.mermaid).toBe(`^${pictureTarget}.0`);
});
