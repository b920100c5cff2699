/** The package as its user gets it: packed, and installed without a network or a cache into a folder with nothing else. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Installed {
  /** A path in the user's project. */
  readonly path: (...names: string[]) => string;
  readonly write: (name: string, text: string) => void;
  readonly node: (...argv: string[]) => Ran;
  readonly authflow: (...argv: string[]) => Ran;
  readonly npm: (...argv: string[]) => string;
  /** Bytes of the package once it is unpacked. */
  readonly unpackedSize: number;
  readonly remove: () => void;
}

function run(command: string, argv: readonly string[], cwd: string): Ran {
  // On Windows npm is a script of the shell.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, stdout, stderr } = spawnSync(command, argv, { cwd, shell, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function npm(argv: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = run('npm', argv, cwd);
  if (status !== 0) throw new Error(`npm ${argv.join(' ')}\n${stderr}`);
  return stdout;
}

/** Packs what `npm run build` has made, and the declarations, which a build leaves to `npm run types`. */
export function installPackage(): Installed {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'authflow-package-')));
  const [project, cache] = [join(root, 'project'), join(root, 'cache')];
  mkdirSync(project);
  if (!existsSync(join(repository, 'dist/index.d.ts'))) npm(['run', '--silent', 'types'], repository);
  const packing = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', root], repository);
  const [packed] = JSON.parse(packing) as [{ readonly filename: string; readonly unpackedSize: number }];
  npm(['install', '--offline', '--cache', cache, join('..', packed.filename)], project);

  const path = (...names: string[]) => join(project, ...names);
  const node = (...argv: string[]) => run(process.execPath, argv, project);
  return {
    path,
    write(name, text) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    },
    node,
    authflow: (...argv) => node(path('node_modules/authflow/dist/main.js'), ...argv),
    npm: (...argv) => npm(argv, project),
    unpackedSize: packed.unpackedSize,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
