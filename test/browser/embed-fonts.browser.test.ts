import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '../browser-test.js';
import { startBrowser } from '../../src/browser/browser.js';
import { packageFolder } from '../../src/peers/load.js';
import { openRasterizer, type Rasterizer } from '../../src/browser/rasterizer.js';
import type { RasterWorld } from '../../src/browser/world.js';
import { bareMachine } from './bare-machine.js';

/** Letters of all fonts that there are: of alphabets, of mathematics, of emoji. */
const MERMAID = `sequenceDiagram
    box rgba(221,214,254,0.3) CLIENT
        participant C as 🖥️ Service<br/>(Backend Server)
    end
    participant D as Διακομιστής
    C->>D: ⇒ if a ∈ B ↪ go
    D-->>C: «Wi-Fi» façade, Ångström
    Note over C: ⚠️ secret 1️⃣`;

const notices: string[] = [];
let rasterizer: Rasterizer;

beforeAll(async () => {
  rasterizer = await openRasterizer({ world: bareMachine(), report: (notice) => notices.push(notice) });
});
afterAll(() => rasterizer.close());

const draw = async (embedFonts: boolean, mermaid = MERMAID) =>
  Buffer.from(await rasterizer.render({ id: 'flow', mermaid, format: 'svg', embedFonts })).toString();

/** Each text in a page, with its width. */
const MEASURE = `Promise.all(Array.from(document.fonts, (face) => face.load())).then(() =>
  Array.from(document.querySelectorAll('tspan, text'))
    .filter(({ childElementCount }) => childElementCount === 0)
    .map((element) => element.getComputedTextLength()))`;

async function measureIn(world: RasterWorld, svgs: readonly string[]): Promise<readonly number[][]> {
  const kept = await startBrowser(puppeteer, world, {}, () => Promise.resolve());
  try {
    const page = await kept.browser.newPage();
    const measured: number[][] = [];
    for (const svg of svgs) {
      await page.setContent(svg);
      measured.push((await page.evaluate(MEASURE)) as number[]);
    }
    return measured;
  } finally {
    await kept.stop();
  }
}

const furthest = (widths: readonly number[], wanted: readonly number[]) =>
  Math.max(...wanted.map((width, index) => Math.abs((widths[index] ?? 0) / width - 1)));

test('where there are other fonts, each text has the width that was measured', async () => {
  const [embedded, plain] = [await draw(true), await draw(false)];
  const black = join(packageFolder('@expo-google-fonts/noto-sans') ?? '', '900Black');
  const elsewhere = bareMachine({ packages: [], fontFolders: [black], systemFonts: '', home: '' });
  const [wanted = []] = await measureIn(bareMachine(), [plain]);
  const [carried = [], missing = []] = await measureIn(elsewhere, [embedded, plain]);
  expect(wanted.length).toBeGreaterThan(8);
  // A font of the machine is fitted to whole pixels, letter by letter; one of the page is not.
  expect(furthest(carried, wanted)).toBeLessThan(0.02);
  expect(furthest(missing, wanted)).toBeGreaterThan(0.1);
});

test('with the letters that are used, and nothing from elsewhere', async () => {
  const text = await draw(true);
  const faces = [...text.matchAll(/@font-face\{font-family:"authflow flow_svg";font-weight:(\d+);font-style:(\w+)/g)];
  expect(faces.map(([, weight, style]) => `${weight} ${style}`)).toEqual(Array(3).fill('400 normal'));
  const urls = [...text.matchAll(/url\(([^#)][^)]{0,22})/g)].map(([, url]) => url);
  expect(urls).toEqual(Array(3).fill('data:font/woff2;base64,'));
  expect(text.length).toBeLessThan(80_000);
  expect(await draw(true)).toBe(text);
  expect(await draw(false)).not.toContain('@font-face');
});

test('a font that is not from npm is reported', async () => {
  expect(notices.filter((notice) => notice.includes('not embedded'))).toEqual([]);
  const thin = join(packageFolder('@expo-google-fonts/noto-sans') ?? '', '100Thin');
  const world = bareMachine({ packages: [], fontFolders: [thin], systemFonts: '', home: '' });
  const other = await openRasterizer({ world, report: (notice) => notices.push(notice) });
  await other.render({ id: 'flow', mermaid: MERMAID, format: 'svg', embedFonts: true });
  await other.close();
  expect(notices.at(-1)).toBe('flow: not embedded (only Noto fonts from npm can be): Noto Sans Thin');
});
