/**
 * What a test needs that `npm ci` does not bring to every system. A test whose tool is missing is skipped, with a warning;
 * with AUTHFLOW_TEST_TOOLS=required, as in .ci/run, its file fails.
 */
import { spawnSync } from 'node:child_process';
import { test } from 'vitest';

const answers = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0;

/** Debian's python3-requests belongs to Debian's own Python. */
export const python = '/usr/bin/python3';

const tools = {
  bash: () => answers('bash', '--version'),
  // The one from npm, with which every picture is tested.
  browser: () => process.platform === 'linux' && process.arch === 'x64',
  curl: () => answers('curl', '--version'),
  git: () => answers('git', '--version'),
  // Not on the path of everybody.
  ip: () => answers('sh', '-c', 'PATH=$PATH:/usr/sbin:/sbin ip -Version'),
  jq: () => answers('jq', '--version'),
  ps: () => answers('ps', '-eo', 'pid=,ppid=,stat=,args='),
  'python3 with cryptography, jwt and requests': () => answers(python, '-c', 'import cryptography, jwt, requests'),
  setpriv: () => answers('setpriv', '--version'),
  sh: () => answers('sh', '-c', ':'),
  unshare: () => answers('unshare', '--version'),
} satisfies Readonly<Record<string, () => boolean>>;

export type Tool = keyof typeof tools;

const found = new Map<Tool, boolean>();

function isHere(tool: Tool): boolean {
  const known = found.get(tool);
  if (known !== undefined) return known;
  const here = tools[tool]();
  if (!here) console.warn(`SKIPPED: this system lacks ${tool}.`);
  found.set(tool, here);
  return here;
}

/** For `describe.runIf`. */
export function needs(...wanted: readonly Tool[]): boolean {
  const missing = wanted.filter((tool) => !isHere(tool));
  if (missing.length === 0) return true;
  if (process.env.AUTHFLOW_TEST_TOOLS === 'required')
    throw new Error(`this system lacks ${missing.join(', ')}, and AUTHFLOW_TEST_TOOLS is "required"`);
  return false;
}

export const testWith = (...wanted: readonly Tool[]): ReturnType<typeof test.runIf> => test.runIf(needs(...wanted));

/** `hindrance`: what keeps this system from a test, and no tool would change; it is skipped there, with a warning. */
export function allows(hindrance: string | null): boolean {
  if (hindrance !== null) console.warn(`SKIPPED: ${hindrance}.`);
  return hindrance === null;
}
