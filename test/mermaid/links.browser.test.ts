/** Where links lead, in every Mermaid that is installed: as a browser sees it. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../../src/browser/browser.js';
import { loadPuppeteer } from '../../src/browser/peers.js';
import { downloadsOf, machine } from '../../src/browser/world.js';
import { renderFlow } from '../../src/render.js';
import { flowOf } from '../compile.js';

let started: Awaited<ReturnType<typeof startBrowser>>;
beforeAll(async () => {
  const puppeteer = await loadPuppeteer(() => '');
  started = await startBrowser(puppeteer, machine(await downloadsOf(puppeteer)), {}, () => Promise.resolve());
});
afterAll(() => started.stop());

const require = createRequire(import.meta.url);

/** Mermaid 12 is tried where its lane is installed. */
const mermaid12 = '../tools/mermaid-12/node_modules/mermaid';
const versions = ['mermaid-10', 'mermaid', ...(existsSync(new URL(mermaid12, import.meta.url)) ? [mermaid12] : [])];

const urls = {
  query: 'https://d.example/x?org=1&var=2&amp;=3',
  fragment: 'https://d.example/#/run',
  semicolon: 'https://d.example/a;b=1',
  encoded: 'https://d.example/a%20b%2Fc%23d?u=https%3A%2F%2Fx.example%2F%3Fa%3D1%26b',
  'encoded query': 'https://d.example?u=%26&v=a:b%3D',
  percent: 'https://d.example/?q=100%',
  letters: 'https://d.example/ü/日本',
  'q & <a> @ #1; "b" \\ %%': 'https://d.example/<id>',
  mail: 'mailto:a@b.example?subject=x&body=y',
};

const mermaidOf = (links: Readonly<Record<string, string>>, kind: string): string => {
  const flow = flowOf(`id: links
title: Links
mermaid: { target: "11.13" }
participants:
  A: { label: App, kind: ${kind}, links: ${JSON.stringify(links)} }
  B: Server
steps:
  - A -> B: hello
`);
  return renderFlow(flow, { formats: ['mermaid'] }).artifacts[0]?.content ?? '';
};

async function draw(name: string, mermaid: string): Promise<readonly (readonly [string, string])[]> {
  const page = await started.browser.newPage();
  await page.setContent('<!doctype html><body></body>');
  const script = join(dirname(require.resolve(`${name}/package.json`)), 'dist/mermaid.min.js');
  await page.addScriptTag({ content: readFileSync(script, 'utf8') });
  const links = await page.evaluate(`(async () => {
    mermaid.initialize({ startOnLoad: false });
    const { svg } = await mermaid.render('diagram', ${JSON.stringify(mermaid)});
    const tree = new DOMParser().parseFromString(svg, 'text/html');
    return [...tree.querySelectorAll('a')].map((a) => [a.textContent, a.getAttribute('xlink:href')]);
  })()`);
  await page.close();
  return links as readonly (readonly [string, string])[];
}

test.each(versions)('%s keeps the addresses and labels of links', async (name) => {
  const drawn = await draw(name, mermaidOf(urls, 'other'));
  expect(drawn.map(([label, url]) => [label, new URL(url).href])).toEqual(
    Object.entries(urls).map(([label, url]) => [label, new URL(url).href]),
  );
});

const shapes = ['actor', 'boundary', 'control', 'entity', 'database', 'collections', 'queue'];

test.each(versions)('%s draws links whatever the shape', async (name) => {
  for (const shape of name === 'mermaid-10' ? ['actor'] : shapes) {
    const mermaid = mermaidOf({ Docs: 'https://d.example/' }, `other, shape: ${shape}`);
    expect([shape, await draw(name, mermaid)]).toEqual([shape, [['Docs', 'https://d.example/']]]);
  }
});
