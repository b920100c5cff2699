// Runs all test lanes, even if one fails, and summarizes: the time of each lane, the ten slowest files, and
// coverage/tests.json, in which everything that went wrong counts as a failure.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lanes } from './lanes.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const shown = (milliseconds) => {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  }
}

/** Runs `npm run test:<lane>`, which does what the lane needs first. */
function run(lane) {
  const report = `${root}coverage/${lane}.json`;
  const start = Date.now();
  const args = ['run', '--silent', `test:${lane}`, '--', '--reporter=default', '--reporter=json'];
  // npm's own program, because Windows can't start npm.cmd without a shell.
  const { status } = spawnSync(process.execPath, [process.env.npm_execpath, ...args, `--outputFile.json=${report}`], {
    cwd: root,
    stdio: 'inherit',
  });
  return { lane, status, time: Date.now() - start, ...countIn(readReport(report)) };
}

/** A file that fails to load runs no test, but counts as a failure. */
function countIn({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests,
    files: testResults,
  };
}

/** Vitest also fails for errors outside of tests and for dead workers. A lane that ran no test fails too. */
function judge(ran) {
  const isUncounted = ran.failed === 0 && (ran.status !== 0 || ran.passed === 0);
  return isUncounted ? { ...ran, failed: 1 } : ran;
}

function printSummary(results) {
  console.log('\nLane      Time   Passed  Failed  Skipped');
  for (const { lane, time, passed, failed, skipped } of results)
    console.log(
      lane.padEnd(8) + shown(time).padStart(6) + [passed, failed, skipped].map((n) => String(n).padStart(8)).join(' '),
    );
  const files = results.flatMap((result) => result.files);
  const slowest = files.map(({ name, startTime, endTime }) => ({ name, time: endTime - startTime }));
  console.log('\nThe ten slowest files');
  for (const { name, time } of slowest.sort((one, other) => other.time - one.time).slice(0, 10))
    console.log(`${(time / 1000).toFixed(1).padStart(7)} s  ${relative(root, name)}`);
}

console.log(`Runs ${lanes.join(', ')} tests, one lane after the other: 10 to 14 minutes on two processors.`);
rmSync(`${root}coverage`, { recursive: true, force: true });
mkdirSync(`${root}coverage`);
const results = lanes.map((lane) => judge(run(lane)));
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const report = {
  numPassedTests: sum('passed'),
  numFailedTests: sum('failed'),
  numPendingTests: sum('skipped'),
  success: sum('failed') === 0,
  testResults: results.flatMap(({ files }) => files),
};
writeFileSync(`${root}coverage/tests.json`, JSON.stringify(report));
printSummary(results);
process.exitCode = report.success ? 0 : 1;
