/** Runs the page's samples as a reader would: curl in bash, Python, Node.js. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { curlCommand } from '../../src/requests/curl.js';
import { javascriptNaming, javascriptProgram } from '../../src/requests/javascript.js';
import { makeProgram } from '../../src/requests/program.js';
import { pythonNaming, pythonProgram } from '../../src/requests/python.js';
import { toWire } from '../../src/requests/wire.js';
import { python } from '../needs.js';
import type { Exchange, Step } from '../../src/model/step.js';

export interface Outcome {
  /** 0 for success. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

export const readers = {
  curl: {
    file: 'sample.sh',
    command: 'bash',
    needs: ['bash', 'curl', 'jq'],
    print: (exchanges: readonly Exchange[]) => exchanges.map(({ request }) => curlCommand(toWire(request))).join('\n'),
  },
  python: {
    file: 'sample.py',
    command: python,
    needs: ['python3 with cryptography, jwt and requests'],
    print: (exchanges: readonly Exchange[], steps: readonly Step[]) =>
      pythonProgram(makeProgram(exchanges, steps, pythonNaming)),
  },
  node: {
    file: 'sample.mjs',
    command: process.execPath,
    needs: [],
    print: (exchanges: readonly Exchange[], steps: readonly Step[]) =>
      javascriptProgram(makeProgram(exchanges, steps, javascriptNaming)),
  },
} as const;

/** Where a sample finds the packages that its page names. */
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

export type Reader = keyof typeof readers;

export async function runSample(
  reader: Reader,
  exchanges: readonly Exchange[],
  options: { readonly steps?: readonly Step[]; readonly environment?: Environment } = {},
): Promise<Outcome> {
  const { file, command, print } = readers[reader];
  const folder = await mkdtemp(join(tmpdir(), 'authflow-sample-'));
  try {
    await symlink(modules, join(folder, 'node_modules'), 'junction');
    await writeFile(join(folder, file), print(exchanges, options.steps ?? exchanges) + '\n');
    return await run(command, file, folder, options.environment ?? {});
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Proxies and a `.netrc` of the machine must not reach the samples. */
const run = (command: string, file: string, cwd: string, environment: Environment): Promise<Outcome> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH ?? '', HOME: cwd, LANG: 'C.UTF-8', ...environment };
    execFile(command, [file], { cwd, env, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? (typeof error.code === 'number' ? error.code : 1) : 0, stdout, stderr });
    });
  });
