/**
 * A project whose packages npm installs by the commands that `authflow doctor` prints: mermaid-cli 12 with the Node of this folder,
 * and 11 with the one of ../node, where that is installed.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'authflow-node-22-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const FLOWS = ['client-credentials', 'mcp-authorization', 'token-introspection'];

/** By a shell, as a user runs it. npm fails where a package does not take the Node, and downloads no browser. */
function run(command: string, cwd: string, nodes: string) {
  const env = {
    ...process.env,
    PATH: [nodes, process.env.PATH].join(delimiter),
    PUPPETEER_SKIP_DOWNLOAD: '1',
    npm_config_engine_strict: 'true',
    npm_config_ignore_scripts: 'true',
  };
  const { status, stdout, stderr } = spawnSync(command, { cwd, env, shell: true, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

function mustRun(command: string, cwd: string, nodes: string): string {
  const { status, output } = run(command, cwd, nodes);
  if (status !== 0) throw new Error(`${command}\n${output}`);
  return output;
}

/** The commands that doctor prints. */
const commandsOf = (told: string): readonly string[] =>
  [...told.matchAll(/^ +run: (?:\w+=1 )?(npm install .*)$/gm)].map(([, command]) => command!);

const kinds = [
  { major: '12', nodes: resolve('test/tools/node-22/node_modules/.bin'), version: /^v22\./ },
  { major: '11', nodes: resolve('test/tools/node/node_modules/.bin'), version: /^v20\.19\./ },
].filter(({ nodes }) => {
  if (!existsSync(nodes)) console.warn(`SKIPPED: not installed: ${nodes}`);
  return existsSync(nodes);
});

describe.each(kinds)('mermaid-cli $major', ({ major, nodes, version }) => {
  const project = join(root, major);
  const here = (command: string) => mustRun(command, project, nodes);
  const authflow = (argv: string) => here(`node node_modules/authflow/dist/main.js ${argv}`);
  const installed = (name: string) =>
    (JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
      .version;

  beforeAll(() => {
    mkdirSync(join(project, 'flows'), { recursive: true });
    for (const id of FLOWS) cpSync(`flows/${id}.yaml`, join(project, 'flows', `${id}.yaml`));
    cpSync('flows/shared', join(project, 'flows/shared'), { recursive: true });
    mustRun(`npm pack --ignore-scripts --pack-destination "${project}"`, resolve('.'), nodes);
    here('npm init -y');
    here('npm install ./authflow-*.tgz');
  });

  test('is what the commands of doctor install', () => {
    expect(here('node --version')).toMatch(version);
    // The packages of pictures, then a browser and its fonts.
    for (const _ of ['packages', 'browser']) for (const command of commandsOf(authflow('doctor'))) here(command);
    expect(commandsOf(authflow('doctor'))).toEqual([]);
    expect(installed('@mermaid-js/mermaid-cli').split('.')[0]).toBe(major);
    expect(installed('puppeteer').split('.')[0]).toBe(major === '12' ? '25' : '24');
    const told = authflow('doctor');
    expect(told).toMatch(new RegExp(`ok +pictures by Mermaid and slides: Mermaid ${major}\\.`));
    expect(told).toMatch(/ok +browser:/);
    expect(told).toMatch(/ok +PNG and PDF:/);
  });

  test('draws pictures', () => {
    authflow('render --renderer mermaid --format svg,png --out by-mermaid');
    for (const id of FLOWS) {
      const svg = readFileSync(join(project, 'by-mermaid', `${id}.svg`), 'utf8');
      expect(/<metadata>authflow\/\S+ mermaid\/(\d+)/.exec(svg)?.[1]).toBe(major);
      expect(svg.includes('@font-face')).toBe(false);
      expect(readFileSync(join(project, 'by-mermaid', `${id}.png`)).toString('latin1', 1, 4)).toBe('PNG');
    }
  });

  test('stands beside pictures of our own', () => {
    authflow('render --format svg,png,pdf,text,mermaid,page');
    expect(authflow('check')).toContain('3 flows checked: out/ is current');
    expect(readFileSync(join(project, 'out/client-credentials.pdf')).toString('latin1', 0, 5)).toBe('%PDF-');
  });
});
