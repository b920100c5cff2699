/** Every construct as Mermaid; constructs.property.test.ts has Mermaid read it. */
import { expect, test } from 'vitest';
import { constructs } from './constructs.js';
import { printMermaid } from './print.js';

test.each(Object.entries(constructs))('%s', async (name, { script, options }) => {
  await expect(printMermaid(script, options)).toMatchFileSnapshot(`golden/${name}.mmd`);
});
