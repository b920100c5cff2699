import { defineConfig } from 'vitest/config';
import { vitePackaged } from './build/packaged.js';

export default defineConfig({
  plugins: [vitePackaged()],
  define: { AUTHFLOW_VERSION: JSON.stringify('0.0.0-test') },
  test: { include: ['test/**/*.test.ts'], testTimeout: 120_000 },
});
