/**
 * Renders flows to SVG in one run with one browser: this program against mermaid-cli per file, mermaid-cli's Markdown batch,
 * and the minimum for any program: start the browser and let Mermaid draw in its page. Each is measured as a user
 * experiences it, from the start of the process to its end. `npm run bench` builds the program first.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type LaunchOptions } from 'puppeteer';
import { launchOptions } from '../src/browser/browser.js';
import { findBrowsers } from '../src/browser/find-browser.js';
import { mermaidConfig } from '../src/browser/mermaid/mermaid-config.js';
import { openCacheFolder } from '../src/browser/private-folder.js';
import { machine } from '../src/browser/world.js';
import { printTable } from './measure.js';

const FLOWS = 24;
const RUNS = 3;
const folder = mkdtempSync(join(tmpdir(), 'authflow-bench-'));
const mmdc = 'node_modules/@mermaid-js/mermaid-cli/src/cli.js';

const run = (...argv: string[]): void => void execFileSync(process.execPath, argv, { stdio: 'ignore' });

/** Seconds. */
async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function inPage(options: LaunchOptions, diagrams: readonly string[]): Promise<void> {
  const browser = await puppeteer.launch({ ...options, pipe: true });
  const page = await browser.newPage();
  await page.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' });
  await page.evaluate(`mermaid.initialize(${JSON.stringify(mermaidConfig({ svgId: 'bench' }))})`);
  for (const [index, diagram] of diagrams.entries()) {
    await page.evaluate(`mermaid.render('d${index}', ${JSON.stringify(diagram)}).then(({ svg }) => svg)`);
  }
  await browser.close();
}

const world = machine(puppeteer);
const [candidate] = findBrowsers(world, undefined);
if (!candidate) throw new Error('no browser');
const options = await launchOptions(world, candidate, (await openCacheFolder(world)).path, console.log);
const config = join(folder, 'puppeteer.json');
writeFileSync(config, JSON.stringify(options));

const ids = readdirSync('flows')
  .filter((name) => name.endsWith('.yaml') && !name.startsWith('_'))
  .slice(0, FLOWS)
  .map((name) => name.replace('.yaml', ''));
if (ids.length < FLOWS) throw new Error(`flows/ has fewer than ${FLOWS}`);
const out = join(folder, 'out');
const render = (...more: string[]) =>
  run('dist/main.js', 'render', ...ids.map((id) => `flows/${id}.yaml`), '--theme', 'light', '--out', out, ...more);
render('--format', 'mermaid');
const files = ids.map((id) => join(out, `${id}.mmd`));
const diagrams = files.map((file) => readFileSync(file, 'utf8'));
const book = join(folder, 'book.md');
writeFileSync(book, diagrams.map((diagram) => `\`\`\`mermaid\n${diagram}\`\`\`\n`).join('\n'));

const ways = {
  'authflow render': () => {
    for (const id of ids) rmSync(join(out, `${id}.svg`), { force: true });
    render('--format', 'svg');
  },
  'again, nothing changed': () => render('--format', 'svg'),
  'browser start + in-page renders': () => inPage(options, diagrams),
  'mmdc, one Markdown file': () => run(mmdc, '-q', '-p', config, '-i', book, '-o', join(folder, 'book.svg')),
  'mmdc per file': () => {
    for (const file of files) run(mmdc, '-q', '-p', config, '-i', file, '-o', `${file}.svg`);
  },
};

const times = new Map<string, number[]>();
// In turns, so that other load on the machine affects all of them.
for (let turn = 0; turn < RUNS; turn += 1) {
  for (const [name, work] of Object.entries(ways)) {
    times.set(name, [...(times.get(name) ?? []), await timeOf(work)]);
  }
}
rmSync(folder, { recursive: true });

const median = (name: keyof typeof ways): number => [...(times.get(name) ?? [])].sort((a, b) => a - b)[RUNS >> 1] ?? 0;
const own = median('authflow render');
const rows = (Object.keys(ways) as (keyof typeof ways)[]).map((name) => [
  name,
  median(name).toFixed(2),
  (median(name) / own).toFixed(2),
]);
printTable([[`${FLOWS} flows to SVG`, 's', '× authflow'], ...rows]);
