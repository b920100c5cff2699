import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { renderMermaid } from '@mermaid-js/mermaid-cli';
import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { test } from '../browser-test.js';
import { startBrowser, type RunningBrowser } from '../../src/browser/browser.js';
import { drawPicture } from '../../src/browser/mermaid/draw.js';
import { keepPage } from '../../src/browser/mermaid/kept-page.js';
import { mermaidConfig } from '../../src/browser/mermaid/mermaid-config.js';
import { packageFolder } from '../../src/peers/load.js';
import { bareMachine } from './bare-machine.js';

const FLOWS = [
  '%%{init: {"theme": "forest"}}%%\nsequenceDiagram\n  A->>B: one',
  'sequenceDiagram\n  actor U\n  U->>B: two',
];

let running: RunningBrowser;
beforeAll(async () => {
  running = await startBrowser(puppeteer, bareMachine(), {}, () => Promise.resolve());
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
  const listeners = () => ['request', 'console', 'error'].map((event) => kept.page.listenerCount(event as 'request'));
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

test('the page keeps nothing of what it drew', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const kept = await keepPage(running.browser);
  const draw = () =>
    drawPicture(kept, renderMermaid, { id: 'flow', mermaid: FLOWS[1]!, format: 'png' }, () => undefined);
  const drawn: WeakRef<Uint8Array>[] = [];
  for (let picture = 0; picture < 3; picture += 1) drawn.push(new WeakRef(await draw()));
  await draw();
  await expect
    .poll(() => {
      collect();
      return drawn.map((picture) => picture.deref()?.length);
    })
    .toEqual([undefined, undefined, undefined]);
});

test('the page itself gets no answer from the network or the disk, whatever runs in it', async () => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const kept = await keepPage(running.browser);
  await drawPicture(kept, renderMermaid, { id: 'flow', mermaid: FLOWS[0]!, format: 'svg' }, () => undefined);
  kept.settle();
  const outcome = (script: string) => kept.page.evaluate(`new Promise((resolve) => { ${script} })`);
  for (const url of [
    `http://${host}/fetch`,
    `https://mermaid-cli-intercept.invalid${join(packageFolder('puppeteer') ?? '', 'install.mjs')}`,
    'https://example.com/',
  ]) {
    expect(await outcome(`fetch('${url}').then(() => resolve('loaded'), () => resolve('refused'))`), url).toBe(
      'refused',
    );
  }
  for (const url of [`http://${host}/image`, pathToFileURL(join(FONTS, 'font-family.png')).href]) {
    const image = `const image = new Image(); image.onload = () => resolve('loaded'); image.onerror = () => resolve('refused');`;
    expect(await outcome(`${image} image.src = '${url}';`), url).toBe('refused');
  }
  // Not a request that the page's filter sees: the browser knows no address to connect to.
  const socket = `const socket = new WebSocket('ws://${host}/'); socket.onopen = () => resolve('open'); socket.onerror = () => resolve('refused');`;
  expect(await outcome(socket)).toBe('refused');
  server.close();
  expect(requests).toEqual([]);
});

test('no text leaves its note or its participant', async () => {
  const kept = await keepPage(running.browser);
  for (const text of [
    'WWWWWWWWWWWWWWWWWWWW',
    '🖥️☁️⚠️🔑👩‍💻🇨🇭',
    'client_secret=CONSUMER_SECRET, "quoted"',
    'Ünïcödé Żółć Ελληνικά Кириллица',
    'iiiiiiiiiiiiiiiii.',
  ]) {
    const mermaid = `sequenceDiagram
      participant A as ${text}<br/>second line
      participant B
      A->>B: x
      Note over A: ${text}
      Note over A,B: ${text}<br/>${text}
      Note right of B: ${text}`;
    await drawPicture(kept, renderMermaid, { id: 'flow', mermaid, format: 'svg' }, () => undefined);
    const outside = await kept.page.evaluate(TEXT_OUTSIDE_BOX);
    expect(outside, text).toEqual({ boxes: 5, outside: [] });
  }
});

const FONTS = packageFolder('@expo-google-fonts/noto-sans') ?? '';

/** Of each note and each upper participant, the lines of text that are not within its rectangle. */
const TEXT_OUTSIDE_BOX = `(() => {
  const boxes = [...document.querySelectorAll('rect.note, rect.actor-top')];
  const outside = boxes.flatMap((rect) => {
    const box = rect.getBoundingClientRect();
    return [...rect.parentElement.querySelectorAll('text')].map((text) => text.getBoundingClientRect()).filter((text) =>
      text.left < box.left || text.right > box.right || text.top < box.top || text.bottom > box.bottom
    );
  });
  return { boxes: boxes.length, outside: outside.map(({ left, right }) => [left, right]) };
})()`;

async function alone(browser: Browser, mermaid: string): Promise<Uint8Array> {
  const { data } = await renderMermaid(browser, mermaid, 'png', {
    viewport: { width: 800, height: 600, deviceScaleFactor: 2 },
    mermaidConfig: mermaidConfig({ svgId: 'flow' }),
    svgId: 'flow',
  });
  return data;
}
