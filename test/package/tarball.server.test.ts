/** The package alone: nothing comes along with it, and all of it runs. `npm test` builds it first. */
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../build/bundle.js';
import { bundledData, bundledPackages, printNotices, refusedLicences } from '../../build/notices.js';
import { commands } from '../../src/cli/commands/commands.js';
import { compile, program } from './consumer.js';
import { installPackage } from './install.js';
import type { Installed } from './install.js';

let installed: Installed;
let metafile: Awaited<ReturnType<typeof bundle>>;

beforeAll(async () => {
  installed = installPackage();
  metafile = await bundle({ write: false });
});
afterAll(() => installed.remove());

const { peerDependencies, version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly peerDependencies: Readonly<Record<string, string>>; readonly version: string };

describe('what is in it', () => {
  it('is one package', () => {
    const folders = readdirSync(installed.path('node_modules')).filter((name) => !name.startsWith('.'));
    expect(folders).toEqual(['authflow']);
  });

  it('takes at most 6.4 MB, of which fonts are 0.4', () => expect(installed.unpackedSize).toBeLessThan(6_400_000));

  it('asks for no package but the optional peers', () => {
    const asked = Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external).map(({ path }) => path),
    );
    const packages = new Set(asked.filter((path) => !isBuiltin(path)));
    expect(Object.keys(peerDependencies)).toEqual(expect.arrayContaining([...packages]));
    expect(packages.size).toBeGreaterThan(0);
  });

  it('brings the licence of every bundled package', () => {
    const packages = bundledPackages(metafile);
    expect(packages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['any-ascii', 'commander', 'handlebars', 'string-width', 'yaml', 'zod']),
    );
    expect(refusedLicences(packages)).toEqual([]);
    const notices = readFileSync(installed.path('node_modules/authflow/THIRD-PARTY-NOTICES'), 'utf8');
    expect(notices, 'fix with: npm run build').toBe(printNotices([...packages, ...bundledData()]));
  });
});

interface Run {
  readonly argv: readonly [keyof typeof commands, ...string[]];
  readonly status: number;
  /** On either stream. */
  readonly says: RegExp;
}

/** In this order, in one project. */
const runs: readonly Run[] = [
  { argv: ['init', 'flows/login.yaml'], status: 0, says: /flows\/login\.yaml written/ },
  { argv: ['render'], status: 0, says: /flows\/words\.yaml → out\/words\.txt/ },
  { argv: ['render', '--format', 'svg'], status: 0, says: /files? written/ },
  { argv: ['render', '--format', 'png'], status: 4, says: /run: npm install -D "@napi-rs\/canvas@1\.1\.1"/ },
  { argv: ['render', '--format', 'svg', '--renderer', 'mermaid'], status: 4, says: /run: npm install -D .*puppeteer/ },
  { argv: ['slides', 'flows/login.yaml'], status: 4, says: /run: npm install -D .*canvas/ },
  { argv: ['check'], status: 0, says: /2 flows checked: out\/ is current/ },
  { argv: ['embed', '--new', 'flows/login.yaml', 'page.mdx'], status: 0, says: /1 written/ },
  { argv: ['lint'], status: 0, says: /^2 flows, \d+ rules: no findings/ },
  { argv: ['explain', 'SEC006'], status: 0, says: /pkce-missing/ },
  { argv: ['show', 'client-credentials'], status: 0, says: /POST \/token/ },
  { argv: ['show', 'flows/words.yaml'], status: 0, says: /認可サーバー/ },
  { argv: ['show', 'flows/words.yaml', '--charset', 'ascii'], status: 0, says: /Grusse|Gruesse/ },
  { argv: ['show', 'flows/words.yaml', '--templates', 'design'], status: 0, says: /mine/ },
  { argv: ['list'], status: 0, says: /^words /m },
  { argv: ['import', 'diagram.mmd'], status: 3, says: /run: npm install -D mermaid/ },
  { argv: ['doctor'], status: 0, says: /not installed: @mermaid-js\/mermaid-cli, puppeteer/ },
  { argv: ['schema', 'config'], status: 0, says: /"\$schema"/ },
];

describe('its commands', () => {
  beforeAll(() => {
    installed.write('page.mdx', 'export const a = 1;\n\n# Page\n');
    installed.write('diagram.mmd', 'sequenceDiagram\n  A->>B: Hello\n');
    installed.write('design/words/message.hbs', 'mine\n');
    installed.write(
      'flows/words.yaml',
      `id: words
title: Words
participants: { U: { label: Çelik 🔒, kind: user }, A: { label: 認可サーバー, kind: authorization-server } }
steps:
  - U -> A: Grüße
`,
    );
  });

  it('are all run here', () => {
    expect([...new Set(runs.map(({ argv: [command] }) => command))].sort()).toEqual(Object.keys(commands).sort());
  });

  it('are found by npm', () => expect(installed.npm('exec', '--offline', '--', 'authflow', '-V')).toBe(`${version}\n`));

  it.each(runs)('$argv', ({ argv, status, says }) => {
    const ran = installed.authflow(...argv);
    expect(ran.stdout + ran.stderr).toMatch(says);
    expect(ran.status).toBe(status);
    expect(ran.stderr).not.toMatch(/Warning|internal/);
  });

  it('import runs where Mermaid is installed', () => {
    symlinkSync(
      fileURLToPath(new URL('../../node_modules/mermaid', import.meta.url)),
      installed.path('node_modules/mermaid'),
      'junction',
    );
    const { status, stdout } = installed.authflow('import', 'diagram.mmd', '--stdout');
    expect(stdout).toContain('A -> B: Hello');
    expect(status).toBe(0);
  });

  it('find all that they load on demand', () => {
    const chunks = installed.path('node_modules/authflow/dist/chunks/');
    const files = readdirSync(chunks).filter((file) => file !== 'mermaid-worker.js');
    installed.write(
      'load.mjs',
      files.map((file) => `import './node_modules/authflow/dist/chunks/${file}';\n`).join(''),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(installed.node('load.mjs')).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

describe('its library', () => {
  beforeAll(() => installed.write('use.mts', program));

  it.each(['bundler', 'nodenext'] as const)('has types for a strict compiler, modules by %s', (resolution) =>
    expect(compile(installed.path('use.mts'), resolution)).toEqual([]),
  );

  it('does what it exports', () => {
    expect(existsSync(installed.path('use.mjs'))).toBe(true);
    installed.write(
      'print.mjs',
      `import { results } from './use.mjs';
import * as library from 'authflow';
console.log(JSON.stringify({ results, names: Object.keys(library) }));`,
    );
    const { stdout, stderr } = installed.node('print.mjs');
    expect(stderr).toBe('');
    const { results, names } = JSON.parse(stdout) as { results: Readonly<Record<string, unknown>>; names: string[] };
    expect(Object.keys(results).sort()).toEqual(names.sort());
    expect(results).toEqual({
      applyEdits: 'id: a\ntitle: b\n',
      compileFlow: ['Çelik 🔒', '認可サーバー'],
      renderFlow: ['login.mmd', 'login.txt', 'login.md', 'login.alt.txt', 'login.steps.md'],
      textRows: true,
      excerptNames: expect.arrayContaining(['greet']) as unknown,
      findExcerpt: [true, false],
      loadDesign: true,
      positionAt: { line: 2, column: 1 },
      toMermaid: true,
      toText: [true, true],
      toPage: true,
      toAlt: true,
      toScene: true,
      toSvg: true,
      svgStyles: true,
    });
  });
});
