/** No text leaves its place, and none stands on another: by the places of what the browser drew. */
import { renderMermaid } from '@mermaid-js/mermaid-cli';
import puppeteer from 'puppeteer';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '../browser-test.js';
import { compileFlow } from '../../src/compile.js';
import type { Flow } from '../../src/model/flow.js';
import { startBrowser, type RunningBrowser } from '../../src/browser/browser.js';
import { drawPicture } from '../../src/browser/mermaid/draw.js';
import { keepPage, type KeptPage } from '../../src/browser/mermaid/kept-page.js';
import { constructs, readConstruct, sourceOf } from '../constructs/constructs.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { bareMachine } from './bare-machine.js';
import { faultsOf } from './faults.js';
import type { MermaidConfig } from '../../src/stamp/picture-request.js';
import { renderFlow } from '../../src/render.js';
import { starterFlow } from '../../src/cli/init/starter-flow.js';

let running: RunningBrowser;
let kept: KeptPage;
beforeAll(async () => {
  running = await startBrowser(puppeteer, bareMachine(), {}, () => Promise.resolve());
  kept = await keepPage(running.browser);
});
afterAll(() => running.stop());

async function faultsIn(mermaid: string, mermaidConfig?: MermaidConfig): Promise<readonly string[]> {
  await drawPicture(kept, renderMermaid, { id: 'flow', mermaid, format: 'svg', mermaidConfig }, () => undefined);
  return faultsOf(kept.page);
}

const mermaidOf = (flow: Flow): string =>
  renderFlow(flow, { formats: ['mermaid'], theme: 'light' }).artifacts[0]?.content ?? '';

test('in no shipped flow', async () => {
  for (const id of flowIds) expect(await faultsIn(mermaidOf(loadFlow(id))), id).toEqual([]);
}, 60_000);

test('in no construct', async () => {
  for (const name of constructs) {
    const { flow } = compileFlow(sourceOf(name), { readSource: readConstruct });
    expect(await faultsIn(mermaidOf(flow!)), name).toEqual([]);
  }
}, 60_000);

const CROWDED = `sequenceDiagram
  autonumber
  box rgb(238,238,255) The title of a box that is much longer than what it holds
    actor U as Jane
  end
  participant C as Client
  participant S as Server
  Note over U: A note below a person
  U->>U: thinking, and quickly
  Note over C,S: urn:ietf:params:oauth:client-assertion-type:jwt-bearer<br/>semi#59; colons#59; in prose that says more than there is room for
  critical once
    C->>S: x
  end`;

test('in no diagram whose labels are wider than Mermaid makes their places', async () => {
  expect(await faultsIn(CROWDED)).toEqual([]);
  const drawn = (await kept.page.evaluate('document.querySelector("#container").textContent')) as string;
  for (const text of ['urn:ietf:params:oauth:', 'semi; colons;', 'thinking, and quickly'])
    expect(drawn).toContain(text);
});

test("they are found where Mermaid's own distances are kept", async () => {
  const sequence = { boxMargin: 10, bottomMarginAdj: 1, labelBoxWidth: 50 };
  expect(await faultsIn(CROWDED, { sequence })).toEqual([
    'tight in its tab: critical',
    'overlap: A note below a person / Jane',
    'overlap: number 1 / thinking, and quickly',
  ]);
  const unboxed = CROWDED.replace(/ {2}box.*\n/, '').replace('  end\n', '');
  expect(await faultsIn(unboxed, { sequence })).toContain('beyond the edge: text Jane');
  expect(await faultsIn(unboxed)).toEqual([]);
});

test('in plain Mermaid, the notes of what init writes are in their boxes', async () => {
  const { flow } = compileFlow({ path: 'sign-in.yaml', text: starterFlow('sign-in', '') });
  const { artifacts } = renderFlow(flow!, { formats: ['mermaid'] });
  const { data } = await renderMermaid(running.browser, artifacts[0]!.content, 'svg');
  const page = await running.browser.newPage();
  await page.setContent(`<div id="container">${new TextDecoder().decode(data)}</div>`);
  const faults = await faultsOf(page);
  expect(faults.filter((fault) => /note|actor/.test(fault))).toEqual([]);
});
