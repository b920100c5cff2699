/** Keeps one warm page for many diagrams, behind a browser whose `newPage()` always returns it to mermaid-cli. */
import { isDeepStrictEqual } from 'node:util';
import type { Browser, HTTPRequest, Page, PDFOptions, Viewport } from 'puppeteer';
import { pagePolicy } from './page-policy.js';

export interface KeptPage {
  /** For mermaid-cli: its `newPage()` always returns the one page. */
  readonly browser: Browser;
  /** The page itself. */
  readonly page: Page;
  /** Rejects when the page crashes, because pending calls then get no answer. */
  readonly unlessCrashed: <T>(work: Promise<T>) => Promise<T>;
  /** Freezes what mermaid-cli set up for the first diagram: later diagrams add and load nothing. */
  readonly settle: () => void;
  /** Sets the changes to mermaid-cli's calls for the next diagram. */
  readonly prepare: (changes: PageChanges) => void;
}

export type AdjustViewport = (viewport: Viewport, page: Page) => Viewport | Promise<Viewport>;

interface PageChanges {
  readonly viewport: AdjustViewport;
  /** mermaid-cli leaves a PDF's background out, which a dark theme needs. */
  readonly printBackground: boolean;
  /** False for an SVG, whose source is read, so that the browser need not paint it. */
  readonly isSeen: boolean;
  /** The language of the diagram, by which the browser chooses letters, and which a PDF names; '' for none. */
  readonly lang: string;
}

type RequestHandler = (request: HTTPRequest) => unknown;

/** Done for the first diagram, then kept. */
const ONCE = ['goto', 'setRequestInterception', 'on'] as const;

/**
 * mermaid-cli opens a page for each diagram, loads Mermaid into it and closes it: about a second. Here, everything that it does
 * to set a page up does nothing from the second time on. This relies on the calls that mermaid-cli happens to make, which its
 * version number promises nothing about: test/browser/kept-page.browser.test.ts guards it.
 */
export async function keepPage(browser: Browser): Promise<KeptPage> {
  const page = await browser.newPage();
  const policy = pagePolicy();
  let settled = false;
  let answer: RequestHandler = (request) => request.continue(undefined, 0);
  let changes: PageChanges = { viewport: (viewport) => viewport, printBackground: false, isSeen: true, lang: '' };
  page.on('request', (request) =>
    policy.allows(request.url()) ? answer(request) : request.abort('blockedbyclient', 0),
  );
  // Not left to mermaid-cli, which does it after it opened its document: that document may then read every file.
  await page.setRequestInterception(true);

  const own: Record<string, unknown> = {
    close: () => Promise.resolve(),
    // Style sheets of icons and formulas with their 22 fonts, which our sequence diagrams don't use: added by mermaid-cli 11, and
    // by mermaid-cli 12, which calls `evaluate` for nothing else.
    addStyleTag: () => Promise.resolve(),
    evaluate: () => Promise.resolve(),
    setViewport: async (viewport: Viewport) => {
      const wanted = await changes.viewport(viewport, page);
      if (isDeepStrictEqual(wanted, page.viewport())) return;
      await page.setViewport(wanted);
    },
    // puppeteer's own $eval takes four round trips to the browser.
    $eval: (selector: string, run: unknown, ...values: readonly unknown[]) =>
      page.evaluate(`(() => {
        document.documentElement.lang = ${JSON.stringify(changes.lang)};
        document.body.style.visibility = '${changes.isSeen ? 'visible' : 'hidden'}';
        return (${String(run)})(document.querySelector(${JSON.stringify(selector)}), ...${JSON.stringify(values)});
      })()`),
    pdf: (options: PDFOptions) => page.pdf({ ...options, printBackground: changes.printBackground }),
    on: (event: string, handle: RequestHandler) => {
      // mermaid-cli's other handler would print Mermaid's log on our console.
      if (event === 'request') answer = handle;
      return facade;
    },
  };
  const facade: Page = new Proxy(page, {
    get(target, name) {
      if (settled && ONCE.some((once) => once === name)) return () => Promise.resolve();
      if (typeof name === 'string' && Object.hasOwn(own, name)) return own[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  let crash: Error | null = null;
  page.once('error', (error) => (crash = error));
  return {
    browser: { newPage: () => Promise.resolve(facade) } as unknown as Browser,
    page,
    // Promise.race with one promise of the page would retain the result of every race as long as the page lives.
    unlessCrashed: (work) =>
      new Promise((resolve, reject) => {
        if (crash) reject(crash);
        page.on('error', reject);
        work.then(resolve, reject).finally(() => page.off('error', reject));
      }),
    settle: () => {
      settled = true;
      policy.close();
    },
    prepare: (next) => (changes = next),
  };
}
