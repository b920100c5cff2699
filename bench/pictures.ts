/**
 * Pictures in one run: our own, warm in this process; then commands, each from the start of its process to its end, with one
 * browser: this program with both renderers against mermaid-cli per file, mermaid-cli's Markdown batch, and the minimum for any
 * program that needs Mermaid: start the browser and let Mermaid draw in its page. Targets for the native renderer: a twentieth of
 * mermaid-cli per file, a tenth of its batch, and one SVG at most 1.15 × one text diagram. `npm run bench` builds the program first;
 * `npm run bench pictures -- --turns=1` takes each way once, and `--own` leaves out what needs a browser.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type LaunchOptions } from 'puppeteer';
import { launchOptions } from '../src/browser/browser.js';
import { findBrowsers } from '../src/browser/find-browser.js';
import { mermaidConfig } from '../src/browser/mermaid/mermaid-config.js';
import { openCacheFolder } from '../src/browser/private-folder.js';
import { downloadsOf, machine } from '../src/browser/world.js';
import { printTable } from './measure.js';
import { leastCosts, runNode, type Cost } from './shared/commands.js';
import { measureGrowth, measureMemory, measureOne, shipped } from './shared/native.js';

const LONGEST = 'mcp-authorization';
const turns = Number(process.argv.find((word) => word.startsWith('--turns='))?.slice(8) ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'authflow-bench-'));
const out = join(folder, 'out');

/** Writes everything anew. */
function render(ids: readonly string[], ...more: string[]): void {
  rmSync(out, { recursive: true, force: true });
  again(ids, ...more);
}
const again = (ids: readonly string[], ...more: string[]): void =>
  runNode('dist/main.js', 'render', ...ids.map((id) => `flows/${id}.yaml`), '--theme', 'light', '--out', out, ...more);

const native = ['--format', 'svg', '--renderer', 'native'];
const mermaid = ['--format', 'svg', '--renderer', 'mermaid'];

function print<Name extends string>(title: string, costs: Readonly<Record<Name, Cost>>, unit: Name): void {
  const shown = (cost: number): string => (Number.isNaN(cost) ? '–' : cost.toFixed(2));
  printTable([
    [title, 'wall, s', '×', 'processor, s', '×'],
    ...Object.entries<Cost>(costs).map(([name, { wall, processor }]) => [
      name,
      shown(wall),
      shown(wall / costs[unit].wall),
      shown(processor),
      shown(processor / costs[unit].processor),
    ]),
  ]);
  console.log('');
}

measureOne(LONGEST);
console.log('');
measureGrowth();
console.log('');
measureMemory();
console.log('');

const one = await leastCosts(
  {
    [`${LONGEST}, --format text`]: () => render([LONGEST], '--format', 'text'),
    [`${LONGEST}, --format svg`]: () => render([LONGEST], ...native),
  },
  turns * 3,
);
print('one flow, cold', one, `${LONGEST}, --format text`);

if (!process.argv.includes('--own')) await compareWithMermaid();
rmSync(folder, { recursive: true });

async function compareWithMermaid(): Promise<void> {
  const world = machine(await downloadsOf(puppeteer));
  const [candidate] = findBrowsers(world, undefined);
  if (!candidate) throw new Error('no browser');
  const options = await launchOptions(world, candidate, (await openCacheFolder(world)).path, console.log);
  const config = join(folder, 'puppeteer.json');
  writeFileSync(config, JSON.stringify(options));

  const diagrams = join(folder, 'diagrams');
  again(shipped, '--format', 'mermaid', '--out', diagrams);
  const files = shipped.map((id) => join(diagrams, `${id}.mmd`));
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const book = join(folder, 'book.md');
  writeFileSync(book, texts.map((text) => `\`\`\`mermaid\n${text}\`\`\`\n`).join('\n'));
  const mmdc = (...more: string[]): void =>
    runNode('node_modules/@mermaid-js/mermaid-cli/src/cli.js', '-q', '-p', config, ...more);

  const costs = await leastCosts(
    {
      'authflow render, native': () => render(shipped, ...native),
      'again, nothing changed': () => again(shipped, ...native),
      'authflow render, with Mermaid': () => render(shipped, ...mermaid),
      'browser start + in-page renders': () => inPage(options, texts),
      'mmdc, one Markdown file': () => mmdc('-i', book, '-o', join(folder, 'book.svg')),
      'mmdc per file': () => {
        for (const file of files) mmdc('-i', file, '-o', `${file}.svg`);
      },
    },
    turns,
  );
  print(`${shipped.length} flows to SVG`, costs, 'authflow render, native');
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
