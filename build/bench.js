// Bundles and runs the benches, one after the other: all of them, or those named (`npm run bench growth`).
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { requireBanner } from './bundle.js';
import { esbuildPackaged } from './packaged.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const outdir = `${root}node_modules/.cache/authflow-bench`;
const all = readdirSync(`${root}bench`)
  .filter((file) => file.endsWith('.ts') && file !== 'measure.ts')
  .map((file) => file.replace(/\.ts$/, ''));
const [options, named] = [true, false].map((isOption) =>
  process.argv.slice(2).filter((word) => word.startsWith('--') === isOption),
);
const unknown = named.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`no bench ${unknown.join(', ')}; there are ${all.join(', ')}`);

const names = named.length > 0 ? named : all;
await build({
  entryPoints: names.map((name) => `${root}bench/${name}.ts`),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  banner: { js: requireBanner },
  logLevel: 'warning',
  plugins: [esbuildPackaged()],
});
for (const name of names) {
  console.log(`${name}\n`);
  const { status } = spawnSync(process.execPath, [`${outdir}/${name}.mjs`, ...options], {
    stdio: 'inherit',
    cwd: root,
  });
  if (status !== 0) process.exitCode = 1;
  console.log('');
}
