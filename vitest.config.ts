import { defineConfig } from 'vitest/config';
import { vitePackaged } from './build/packaged.js';

export default defineConfig({
  plugins: [vitePackaged()],
  define: { AUTHFLOW_VERSION: JSON.stringify('0.0.0-test') },
  test: {
    include: ['test/**/*.test.ts'],
    // Some tests start a browser, on a machine that may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'coverage/tests.json' }]] : ['default'],
  },
});
