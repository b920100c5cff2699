import { defineConfig } from 'vitest/config';
import { vitePackaged } from './build/packaged.js';
import { lanes } from './build/lanes.js';

/** The end of a file's name says its lane; without one it is a unit test. */
const filesOf = (lane: string): string => (lane === 'unit' ? 'test/**/*.test.ts' : `test/**/*.${lane}.test.ts`);
const others = lanes.filter((lane) => lane !== 'unit').map(filesOf);

/** What touches nothing but texts needs no process of its own, which would read all of src/ again, and can have all processors. */
const pure = { isolate: false, maxWorkers: '100%' };

export default defineConfig({
  plugins: [vitePackaged()],
  define: { AUTHFLOW_VERSION: JSON.stringify('0.0.0-test') },
  test: {
    // Some tests start a browser, on a machine that may be busy.
    testTimeout: 120_000 * Math.max(1, Number(process.env.RUNS ?? 1)),
    hookTimeout: 120_000,
    setupFiles: ['test/runs.ts'],
    projects: lanes.map((lane, groupOrder) => ({
      extends: true,
      test: {
        name: lane,
        include: [filesOf(lane)],
        // What is in test/tools/ has packages and commands of its own.
        exclude: ['test/tools/**', ...(lane === 'unit' ? others : [])],
        sequence: { groupOrder },
        ...(lane === 'unit' || lane === 'property' ? pure : {}),
      },
    })),
  },
});
