/**
 * Properties try the same cases in every run, so that what fails in CI is a change's own fault. Other and more cases by hand:
 * SEED=7 RUNS=20 npm run test:property (RUNS multiplies, in the tests that take it).
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });

export const runs = (usual: number): number => usual * Number(process.env.RUNS ?? 1);
