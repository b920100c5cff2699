/** Pictures are the same bytes wherever they are drawn: in a browser's worker, in another locale or zone, by another engine. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';

interface File {
  readonly folder: string;
  readonly name: string;
}
interface Drawing {
  readonly files: readonly File[];
  readonly draw: (file: File, library?: unknown) => string;
}

const script = fileURLToPath(new URL('draw-all.js', import.meta.url));
const { files, draw } = (await import(script)) as Drawing;

describe('in a worker', () => {
  it('draws what Node draws, without anything of Node, of a page, or of Intl but the rules of plurals', async () => {
    const { code } = await transform(readFileSync(new URL('../../dist/web.js', import.meta.url), 'utf8'), {
      format: 'iife',
      globalName: 'authflow',
    });
    const worker = vm.createContext({ TextDecoder, TextEncoder, URL });
    const library: unknown = vm.runInContext(
      `globalThis.Intl = { PluralRules: Intl.PluralRules };${code};authflow`,
      worker,
    );
    expect(vm.runInContext('typeof process + typeof require + typeof document', worker)).toBe('undefined'.repeat(3));
    for (const file of files) expect(draw(file, library), file.name).toBe(draw(file));
  });
});

describe('in another process', () => {
  const print = (options: readonly string[] = [], env: NodeJS.ProcessEnv = {}): string =>
    execFileSync(process.execPath, [...options, script, 'print'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...env },
    });
  const expected = print();

  it('draws every picture', () => {
    const lines = expected.trim().split('\n');
    expect(lines).toHaveLength(files.length);
    expect(new Set(lines.map((line) => line.split(' ')[1])).size).toBe(files.length);
  });

  it.each([
    ['a Turkish locale, a day ahead', [], { LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr', TZ: 'Pacific/Kiritimati' }],
    ['an Arabic locale in India', [], { LC_ALL: 'ar_EG.UTF-8', TZ: 'Asia/Kolkata' }],
    ['an interpreter without a compiler', ['--jitless', '--no-expose-wasm'], {}],
  ] as const)('%s changes no byte', (_, options, env) => {
    expect(print(options, env)).toBe(expected);
  });
});
