/**
 * LibreOffice shows decks as authflow draws their slides: the shapes, whose texts are in another face. Pages are kept in
 * node_modules/.cache/authflow-decks, to be looked at, with the texts, too. Needs LibreOffice's Impress and pdftoppm.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import puppeteer from 'puppeteer';
import { startBrowser } from '../../../src/browser/browser.js';
import { writePptx } from '../../../src/pptx/index.js';
import type { DiagramSlide, PptxDeck } from '../../../src/pptx/index.js';
import type { Flow } from '../../../src/model/index.js';
import type { Item, Scene } from '../../../src/scene/index.js';
import { printSvg } from '../../../src/svg/index.js';
import { bareMachine } from '../../browser/bare-machine.js';
import { pixelsOf } from '../../browser/png-pixels.js';
import type { Pixels } from '../../browser/png-pixels.js';
import { construct } from '../../constructs/constructs.js';
import { loadFlow } from '../../flows/load.js';
import { deckOf, plainDeck, wide } from '../../pptx/decks.js';
import { filesIn } from '../../pptx/lint-pptx.js';
import { reviewDeck } from '../../pptx/review-deck.js';
import { compareRasters } from '../office/compare.js';

const folder = resolve('node_modules/.cache/authflow-decks');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const run = (program: string, ...args: readonly string[]): void =>
  void execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, HOME: folder } });

/** A list or a table may take several. */
const slidesIn = (deck: PptxDeck): number =>
  [...filesIn(writePptx(deck)).keys()].filter((part) => /^ppt\/slides\/[^/]*$/.test(part)).length;

/** The pages of a deck, one px for one. */
function pagesOf(name: string, deck: PptxDeck): readonly Pixels[] {
  const path = join(folder, `${name}.pptx`);
  writeFileSync(path, writePptx(deck));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  run('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path);
  const { width, height } = deck.size;
  run(
    'pdftoppm',
    '-png',
    '-scale-to-x',
    String(width),
    '-scale-to-y',
    String(height),
    join(folder, `${name}.pdf`),
    join(folder, name),
  );
  const count = slidesIn(deck);
  const digits = String(count).length;
  return Array.from({ length: count }, (_, index) =>
    pixelsOf(readFileSync(join(folder, `${name}-${String(index + 1).padStart(digits, '0')}.png`))),
  );
}

/** Texts are no part of the comparison. */
const untold = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item): readonly Item[] => {
    if (item.kind === 'text') return [];
    return item.kind === 'link' ? untold(item.items) : [item];
  });

const withoutTexts = (scene: Scene): Scene => ({
  ...scene,
  under: untold(scene.under),
  steps: scene.steps.map((step) => ({ ...step, items: untold(step.items) })),
  heads: untold(scene.heads),
});

const flows: Readonly<Record<string, Flow>> = {
  'mcp-authorization': loadFlow('mcp-authorization'),
  'authorization-code-pkce': loadFlow('authorization-code-pkce'),
  ...Object.fromEntries(
    ['activations', 'create-and-destroy', 'delay', 'nested', 'notes', 'redirect', 'shapes', 'tones', 'zones'].map(
      (id) => [id, construct(id).flow] as const,
    ),
  ),
};

let chromium: Awaited<ReturnType<typeof open>>;
const open = () => startBrowser(puppeteer, bareMachine(), {}, (browser) => browser.newPage());
beforeAll(async () => {
  chromium = await open();
});
afterAll(() => chromium.stop());

async function paint(svg: string): Promise<Uint8Array> {
  const page = chromium.ready;
  await page.setViewport({ ...wide, deviceScaleFactor: 1 });
  await page.setContent(`<body style="margin:0">${svg.slice(svg.indexOf('<svg'))}</body>`);
  return await page.screenshot({ clip: { x: 0, y: 0, ...wide } });
}

/** Titles are above. */
const below = (pixels: Pixels): Pixels => ({
  ...pixels,
  at: (x, y) => (y < 116 ? ([255, 255, 255, 255] as ReturnType<Pixels['at']>) : pixels.at(x, y)),
});

const drawn = async (name: string, { scene }: DiagramSlide): Promise<Pixels> => {
  const png = await paint(printSvg(scene, { idPrefix: '' }));
  writeFileSync(join(folder, `${name}.own.png`), png);
  return pixelsOf(png);
};

/** Of 255, in cells of px: ends of arrows and dashes are LibreOffice's own. */
const [CELL, MOST] = [32, 16];

describe('LibreOffice', () => {
  test.each(Object.entries(flows))('shows the shapes of %s', async (name, flow) => {
    const [, ...sections] = deckOf(flow).sections;
    const slides = sections
      .flatMap((section) => section.slides)
      .filter((slide) => slide.kind === 'diagram')
      .map((slide) => ({ ...slide, scene: withoutTexts(slide.scene), links: [] }));
    const pages = pagesOf(name, { ...plainDeck, sections: [{ name: '', slides }] });
    for (const [index, slide] of slides.entries()) {
      const own = await drawn(`${name}-${index + 1}`, slide);
      const { worst, x, y } = compareRasters(below(own), below(pages[index]!), CELL);
      if (process.env.AUTHFLOW_OFFICE_FIGURES) console.log(name, index + 1, worst.toFixed(1), x, y);
      expect(worst, `slide ${index + 1} at ${x}, ${y}`).toBeLessThan(MOST);
    }
  });

  test('makes a page of each slide of a review, with builds, too', () => {
    expect(pagesOf('build', deckOf(flows['mcp-authorization']!, { build: true })).length).toBeGreaterThan(5);
    expect(pagesOf('review', reviewDeck).length).toBeGreaterThan(5);
  });

  test('shows another picture otherwise', async () => {
    const [, section] = deckOf(flows.zones!).sections;
    const [slide] = section!.slides.filter((one) => one.kind === 'diagram');
    const scene = withoutTexts(slide!.scene);
    const own = await drawn('fault', { ...slide!, scene });
    const without = {
      ...slide!,
      scene: { ...scene, under: scene.under.filter(({ role }) => role !== 'zone') },
      links: [],
    };
    const [page] = pagesOf('fault', { ...plainDeck, sections: [{ name: '', slides: [without] }] });
    const moved = { ...page!, at: (x: number, y: number) => page!.at(Math.max(0, x - 12), y) } as Pixels;
    expect(compareRasters(below(own), below(moved), CELL).worst).toBeGreaterThan(MOST);
  });
});
