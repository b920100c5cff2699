import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { vitePackaged } from '../../../build/packaged.js';

export default defineConfig({
  plugins: [vitePackaged()],
  define: { AUTHFLOW_VERSION: JSON.stringify('0.0.0-test') },
  test: {
    root: fileURLToPath(new URL('../../../', import.meta.url)),
    include: ['test/tools/pptx/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
