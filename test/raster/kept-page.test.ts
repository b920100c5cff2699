import { renderMermaid } from '@mermaid-js/mermaid-cli';
import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startBrowser, type RunningBrowser } from '../../src/raster/browser.js';
import { drawPicture } from '../../src/raster/draw.js';
import { keepPage } from '../../src/raster/kept-page.js';
import { mermaidConfig } from '../../src/raster/mermaid-config.js';
import { bareMachine } from './bare-machine.js';

const FLOWS = [
  '%%{init: {"theme": "forest"}}%%\nsequenceDiagram\n  A->>B: one',
  'sequenceDiagram\n  actor U\n  U->>B: two',
];

let running: RunningBrowser;
beforeAll(async () => {
  running = await startBrowser(puppeteer, bareMachine(), undefined, () => undefined);
});
afterAll(() => running.stop());

test('mermaid-cli draws the same in the kept page as in one of its own, and asks for no other', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const newPage = vi.spyOn(running.browser, 'newPage');
  const kept = await keepPage(running.browser);
  const draw = (mermaid: string) =>
    drawPicture(kept, renderMermaid, { id: 'flow', mermaid, format: 'png' }, () => undefined);
  const first = await draw(FLOWS[0]!);
  kept.settle();
  const listeners = () => ['request', 'console'].map((event) => kept.page.listenerCount(event as 'request'));
  const settled = listeners();
  const second = await draw(FLOWS[1]!);
  const again = await draw(FLOWS[0]!);
  expect(newPage).toHaveBeenCalledTimes(1);
  expect(kept.page.isClosed()).toBe(false);
  // The page has mermaid-cli's handlers once, and loaded each part once.
  expect(listeners()).toEqual(settled);
  const loads =
    'performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".mjs"))';
  const names = (await kept.page.evaluate(loads)) as string[];
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
  expect(warn).not.toHaveBeenCalled();

  expect(again).toEqual(first);
  expect(first).toEqual(await alone(running.browser, FLOWS[0]!));
  expect(second).toEqual(await alone(running.browser, FLOWS[1]!));
  warn.mockRestore();
});

async function alone(browser: Browser, mermaid: string): Promise<Uint8Array> {
  const { data } = await renderMermaid(browser, mermaid, 'png', {
    viewport: { width: 800, height: 600, deviceScaleFactor: 2 },
    mermaidConfig: mermaidConfig('flow'),
    svgId: 'flow',
  });
  return data;
}
