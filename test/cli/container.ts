/**
 * Runs authflow under the conditions of its container, without one: a user that no file names, a root file system that
 * can't be written, and no network.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished } from 'vitest';
import { USER } from './container-user.js';
import { flow } from './temp-world.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Why this machine can't make such conditions; null where it can. */
export function containerHindrance(): string | null {
  if (process.platform !== 'linux') return 'namespaces are Linux';
  if (process.getuid?.() !== 0) return 'only root may change its user and remount file systems';
  const tools = spawnSync('unshare', ['--mount', '--net', 'setpriv', '--version'], { encoding: 'utf8' });
  return tools.status === 0 ? null : `unshare and setpriv of util-linux do not work here: ${tools.stderr}`;
}

/** The npm package as `npm install` lays it, without the optional peers; or this repository, with them. */
type Installation = 'package' | 'repository';

interface RunOptions {
  readonly installation?: Installation;
  /** Beside PATH and TMPDIR. */
  readonly env?: Readonly<Record<string, string>>;
  /** Of `work` and `tmp`, the working folder and that of temporary files; nothing else can be written. */
  readonly writable?: readonly ('work' | 'tmp')[];
  /** Not authflow, but this program, in JavaScript. */
  readonly program?: string;
}

export interface Container {
  readonly run: (
    argv: readonly string[],
    options?: RunOptions,
  ) => { readonly status: number | null; readonly stdout: string; readonly stderr: string };
  readonly path: (name: string) => string;
}

/** `work/` holds `flows/a.yaml`, `page.md` with a Mermaid diagram and `empty.md`; `secret/` is root's. */
export function openContainer(): Container {
  const base = mkdtempSync(join(tmpdir(), 'authflow-container-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const path = (name: string) => join(base, name);
  for (const folder of ['', 'work', 'work/flows', 'tmp', 'secret', 'package', 'repository']) {
    mkdirSync(path(folder), { recursive: true });
    chmodSync(path(folder), folder === 'secret' ? 0o700 : 0o755);
  }
  writeFileSync(path('work/flows/a.yaml'), flow('a'));
  writeFileSync(path('work/page.md'), '# Page\n\n```mermaid\nsequenceDiagram\n  A->>B: Hello\n```\n');
  writeFileSync(path('work/empty.md'), '# Empty\n');
  for (const name of ['work', 'work/flows', 'work/flows/a.yaml', 'work/page.md', 'work/empty.md', 'tmp'])
    chownSync(path(name), USER, USER);
  installPackage(path('package'));
  return { path, run: (argv, options = {}) => runInside(base, argv, options) };
}

/** What npm packs, once for all tests of a file, since it takes a second. */
let packed: string | null = null;
afterAll(() => packed !== null && rmSync(dirname(packed), { recursive: true, force: true }));

function packPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'authflow-pack-'));
  const words = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  return join(folder, execFileSync('npm', words, { cwd: root, encoding: 'utf8' }).trim());
}

function installPackage(folder: string): void {
  packed ??= packPackage();
  execFileSync('tar', ['-xzf', packed, '-C', folder, '--strip-components=1', '--no-same-owner']);
  execFileSync('chmod', ['-R', 'a+rX', folder]);
}

/** A container's own /dev, /proc and /sys stay as they are, as `docker run --read-only` leaves them. */
const ENTER = `
set -e
mount --bind "$REPOSITORY" repository
cut -d' ' -f5 /proc/self/mountinfo | grep -Ev '^/(dev|proc|sys)(/|$)' | while read -r folder; do
  mount -o remount,bind,ro "$folder" 2>&- || true
done
for folder in $WRITABLE; do
  mount --bind $folder $folder
  mount -o remount,bind,rw $folder
done
cd work
exec setpriv --reuid ${USER} --regid ${USER} --clear-groups --no-new-privs env -u REPOSITORY -u WRITABLE "$@"
`;

function runInside(base: string, argv: readonly string[], options: RunOptions) {
  const { installation = 'package', env = {}, writable = ['work'], program } = options;
  const command = program === undefined ? [join(base, installation, 'dist/main.js')] : ['-e', program];
  const words = ['--mount', '--net', 'sh', '-c', ENTER, 'sh', process.execPath, ...command, ...argv];
  const { status, stdout, stderr } = spawnSync('unshare', words, {
    cwd: base,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      TMPDIR: join(base, 'tmp'),
      REPOSITORY: root,
      WRITABLE: writable.join(' '),
      // A container gives Chromium no sandbox; nothing else tells it from this machine.
      AUTHFLOW_NO_SANDBOX: '1',
      ...env,
    },
  });
  return { status, stdout, stderr };
}
