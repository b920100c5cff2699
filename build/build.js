// Bundles the command and the library into dist/. Heavy parts are in separate chunks, loaded on demand, so that a
// command pays only for what it uses.
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { esbuildPackaged } from './packaged.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

rmSync('dist', { recursive: true, force: true });

const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outdir: 'dist',
  legalComments: 'linked',
  logLevel: 'warning',
  define: { AUTHFLOW_VERSION: JSON.stringify(version) },
  plugins: [esbuildPackaged()],
  // Packages that only pictures need are optional peers, and never bundled.
  external: [
    '@mermaid-js/mermaid-cli',
    'mermaid',
    'puppeteer',
    'puppeteer-core',
    '@sparticuz/chromium',
    'subset-font',
    '@expo-google-fonts/*',
  ],
};

await build({ ...shared, entryPoints: { index: 'src/index.ts' }, packages: 'external' });
await build({
  ...shared,
  // The worker is beside the chunk that starts it.
  entryPoints: { main: 'src/cli/main.ts', 'chunks/mermaid-worker': 'src/cli/world/mermaid-worker.js' },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  minify: true,
  keepNames: true,
  // The CommonJS packages in the bundle (commander, yaml, handlebars) call require for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
});
