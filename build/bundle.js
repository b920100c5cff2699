// Bundles the command and the library, which share chunks, with all imports except the optional peers. Heavy parts
// are in separate chunks, loaded on demand, so that a command pays only for what it uses.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { esbuildPackaged } from './packaged.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const { version, peerDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

// The CommonJS packages in the bundle (commander, handlebars) call require for Node's own modules.
export const requireBanner =
  "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);";

/** What the library for Node and that for browsers have in common. */
const common = {
  absWorkingDir: root,
  metafile: true,
  bundle: true,
  format: 'esm',
  minify: true,
  keepNames: true,
  // They are all in THIRD-PARTY-NOTICES.
  legalComments: 'none',
  logLevel: 'warning',
  define: { AUTHFLOW_VERSION: JSON.stringify(version) },
  plugins: [esbuildPackaged()],
  // yaml's build for Node is CommonJS: the same code, but it can't be tree-shaken, and takes longer to load.
  alias: { yaml: `${root}node_modules/yaml/browser/index.js` },
};

/** Writes dist/web.js, for browsers, or nothing with `write: false`; returns esbuild's result. An import of Node's is an error. */
export const bundleWeb = ({ write = true } = {}) =>
  build({
    ...common,
    entryPoints: ['src/web.ts'],
    outfile: 'dist/web.js',
    write,
    platform: 'browser',
    target: 'es2022',
  });

/** Writes dist/, or nothing with `write: false`; returns esbuild's metafile. */
export async function bundle({ write = true } = {}) {
  const { metafile } = await build({
    ...common,
    entryPoints: {
      main: 'src/cli/main.ts',
      index: 'src/index.ts',
      // The worker is beside the chunk that starts it.
      'chunks/mermaid-worker': 'src/cli/world/mermaid-worker.js',
    },
    outdir: 'dist',
    write,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    target: 'node20',
    banner: { js: requireBanner },
    external: Object.keys(peerDependencies),
  });
  return metafile;
}
