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

/** Writes dist/, or nothing with `write: false`; returns esbuild's metafile. */
export async function bundle({ write = true } = {}) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/cli/main.ts',
      index: 'src/index.ts',
      // The worker is beside the chunk that starts it.
      'chunks/mermaid-worker': 'src/cli/world/mermaid-worker.js',
    },
    outdir: 'dist',
    write,
    metafile: true,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: true,
    keepNames: true,
    // They are all in THIRD-PARTY-NOTICES.
    legalComments: 'none',
    logLevel: 'warning',
    define: { AUTHFLOW_VERSION: JSON.stringify(version) },
    banner: { js: requireBanner },
    plugins: [esbuildPackaged()],
    // yaml's build for Node is CommonJS: the same code, but it can't be tree-shaken, and takes longer to load.
    alias: { yaml: `${root}node_modules/yaml/browser/index.js` },
    external: Object.keys(peerDependencies),
  });
  return metafile;
}
