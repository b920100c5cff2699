import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { vitePackaged } from '../../../build/packaged.js';

/** The tests of this repository that read Mermaid, by the Mermaid of this folder. */
export default defineConfig({
  plugins: [vitePackaged()],
  define: { AUTHFLOW_VERSION: JSON.stringify('0.0.0-test') },
  test: {
    root: fileURLToPath(new URL('../../../', import.meta.url)),
    include: ['test/{constructs,import,mermaid}/*.test.ts'],
    exclude: ['**/*.browser.test.ts', '**/*.server.test.ts'],
    env: { AUTHFLOW_TEST_MERMAID: new URL('node_modules/mermaid/dist/mermaid.core.mjs', import.meta.url).href },
    isolate: false,
    testTimeout: 120_000,
  },
});
