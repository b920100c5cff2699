import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { vitePackaged } from '../../../build/packaged.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The tests of this folder, and the root's tests of pictures with the packages of this folder. */
export default defineConfig({
  plugins: [vitePackaged()],
  define: { AUTHFLOW_VERSION: JSON.stringify('0.0.0-test') },
  resolve: {
    alias: {
      '@mermaid-js/mermaid-cli': here('node_modules/@mermaid-js/mermaid-cli/src/index.js'),
      puppeteer: here('node_modules/puppeteer/lib/puppeteer/puppeteer.js'),
    },
  },
  test: {
    root: here('../../../'),
    setupFiles: ['test/runs.ts'],
    include: ['test/tools/node-22/*.test.ts', 'test/browser/*.browser.test.ts'],
    // Plain Mermaid 12 has a look and a font of its own, whose letters fill a note to its edges.
    testNamePattern: /^(?!.*in plain Mermaid)/,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
