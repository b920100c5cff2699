/** Native pictures in a real browser: what they show, that they follow the system, and that the library draws the same there. */
import puppeteer from 'puppeteer';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { bundleWeb } from '../../build/bundle.js';
import { embedTexts } from '../../src/fonts/embed-texts.js';
import { startBrowser } from '../../src/browser/browser.js';
import { compileFlow, svgStyles, toScene, toSvg } from '../../src/index.js';
import { facesIn, printSvg } from '../../src/svg/index.js';
import { bareMachine } from '../browser/bare-machine.js';
import { pixelsOf } from '../browser/png-pixels.js';
import type { Pixels } from '../browser/png-pixels.js';
import { test } from '../browser-test.js';

const text = `id: login
title: Login
boxes: { user: { title: User side, zone: user }, server: { title: Server, zone: server } }
participants:
  U: { label: User, kind: user, box: user }
  B: { label: Browser, kind: browser, box: user }
  AS: { label: Authorization server, kind: authorization-server, box: server }
steps:
  - U -> B: Tap "Sign in"
  - B -> AS: GET /authorize
  - alt:
      allowed:
        - AS --> B: 200 tokens
          note: They expire
      denied:
        - AS --> B: 400 invalid_grant
`;
const source = { path: 'flows/login.yaml', text };
const flow = compileFlow(source).flow!;

let browser: Awaited<ReturnType<typeof startBrowser<void>>>;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser(puppeteer, bareMachine(), {}, () => Promise.resolve());
});
afterAll(() => browser.stop());

/** A page keeps the policies of its former documents. */
beforeEach(async () => {
  page = await browser.browser.newPage();
  await page.setViewport({ width: 900, height: 600 });
});
afterEach(() => page.close());

async function shoot(html: string): Promise<Pixels> {
  await page.setContent(`<body style="margin:0">${html}`);
  return pixelsOf(await page.screenshot());
}

/** Colours of a grid of pixels. */
const colorsIn = ({ width, height, at }: Pixels): ReadonlySet<string> => {
  const colors = new Set<string>();
  for (let x = 0; x < width; x += 3) for (let y = 0; y < height; y += 3) colors.add(at(x, y).slice(0, 3).join());
  return colors;
};

const asImage = (svg: string): string => `<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`;

describe('a picture', () => {
  test('is drawn, as an image and inside a page', async () => {
    for (const drawn of [asImage(toSvg(flow)), toSvg(flow)]) {
      const colors = colorsIn(await shoot(drawn));
      expect(colors.size).toBeGreaterThan(20);
      expect(colors).toContain('255,255,255');
      expect(colors).toContain('241,246,254');
    }
  });

  test('has no script, and asks for nothing', async () => {
    const asked: string[] = [];
    const listen = (request: { url: () => string }) => void asked.push(request.url());
    page.on('request', listen);
    await shoot(toSvg(flow, { page: 'auto' }));
    page.off('request', listen);
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(await page.evaluate('document.scripts.length')).toBe(0);
  });

  test('is for dark pages, or follows the system', async () => {
    const dark = colorsIn(await shoot(asImage(toSvg(flow, { page: 'dark' }))));
    expect(dark).toContain('13,17,23');
    for (const [value, wanted, other] of [
      ['light', '255,255,255', '13,17,23'],
      ['dark', '13,17,23', '255,255,255'],
    ] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      const svg = toSvg(flow, { page: 'auto' });
      const colors = colorsIn(await shoot(asImage(svg)));
      expect(colors).toContain(wanted);
      expect(colors).not.toContain(other);
      if (value === 'dark') {
        const lone = await shoot(asImage(toSvg(flow, { page: 'dark' })));
        expect(colors).toEqual(colorsIn(lone));
      }
    }
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  });

  test('takes its colours from a style sheet of the page, which forbids styles in elements', async () => {
    const csp = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-HASH'">`;
    const css = svgStyles(toScene(flow), { page: 'dark' });
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(css).digest('base64');
    const svg = toSvg(flow, { colors: 'classes' });
    await page.setContent(
      `<!doctype html><head>${csp.replace('HASH', hash)}<style>${css}</style></head><body>${svg}</body>`,
    );
    const classes = colorsIn(pixelsOf(await page.screenshot({ clip: { x: 20, y: 20, width: 700, height: 500 } })));
    await page.setContent(`<!doctype html><body>${toSvg(flow, { page: 'dark' })}</body>`);
    const attributes = colorsIn(pixelsOf(await page.screenshot({ clip: { x: 20, y: 20, width: 700, height: 500 } })));
    expect(classes).toEqual(attributes);
  });

  test('looks the same in a page that is written from right to left', async () => {
    const plain = colorsIn(await shoot(toSvg(flow)));
    await page.setContent(`<body dir="rtl" style="margin:0"><div dir="ltr">${toSvg(flow)}</div>`);
    const position = `Array.from(document.querySelectorAll('text'), (text) => text.getBBox().x)`;
    const wanted = await page.evaluate(position);
    await page.setContent(`<body dir="rtl" style="margin:0;font-weight:bold">${toSvg(flow)}`);
    expect(await page.evaluate(position)).toEqual(wanted);
    expect(plain.size).toBeGreaterThan(20);
  });
});

describe('fonts inside a picture', () => {
  test('give each text the width that it has with Noto Sans, where no such font is installed', async () => {
    const { flow: lettered } = compileFlow({
      path: 'a.yaml',
      text: 'id: a\ntitle: A\nparticipants: { A: Ωmega, B: "Bøb 🖥️ 👩‍💻" }\nsteps:\n  - A -> B: GET /a ∈ b\n    note: |-\n      a = 1\n      b = 2\n',
    });
    const scene = toScene(lettered!);
    const notices: string[] = [];
    const svgId = 'a_svg';
    const embedded = await embedTexts({ id: 'a', svgId, faces: facesIn(scene) }, (notice) => notices.push(notice));
    expect(notices).toEqual([]);
    expect(embedded.css.match(/@font-face/g)).toHaveLength(5);
    const black = bareMachine({ packages: [], fontFolders: ['/usr/share/fonts/truetype/dejavu'], home: '' });
    const elsewhere = await startBrowser(puppeteer, black, {}, () => Promise.resolve());
    try {
      const other = await elsewhere.browser.newPage();
      await other.setContent(printSvg(scene, { idPrefix: 'a_svg-', embedded }));
      const measured = (await other.evaluate(`Promise.all(Array.from(document.fonts, (face) => face.load())).then(() =>
        Array.from(document.querySelectorAll('text'), (text) => [text.textContent, text.getComputedTextLength()]))`)) as [
        string,
        number,
      ][];
      const items = [...scene.under, ...scene.steps.flatMap((step) => step.items), ...scene.heads];
      const known = items.filter((item) => item.kind === 'text').map(({ width }) => width);
      expect(measured).toHaveLength(known.length);
      // The table of widths has no emoji and mathematics.
      const off = measured.filter(([shown, width], at) => !/[∈🖥]/u.test(shown) && Math.abs(width - known[at]!) > 0.1);
      expect(off).toEqual([]);
    } finally {
      await elsewhere.stop();
    }
  });

  test('tell which letters they lack', async () => {
    const notices: string[] = [];
    const faces = [{ font: 'sans', isBold: true, text: 'a 日本 b' }] as const;
    const { css } = await embedTexts({ id: 'a', svgId: 'a', faces }, (notice) => notices.push(notice));
    expect(notices).toEqual(['a: not embedded (no Noto font from npm has them): 日 本']);
    expect(css.match(/@font-face/g)).toHaveLength(1);
  });
});

describe('the library for browsers', () => {
  test('needs nothing of Node, and draws the same bytes in a page that forbids eval', async () => {
    const { metafile, outputFiles } = await bundleWeb({ write: false });
    const nodes = Object.keys(metafile.inputs).filter((path) => /^node:|^\(disabled\)/.test(path));
    expect(nodes).toEqual([]);
    const asked = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
    expect(asked).toEqual([]);
    const code = outputFiles[0]!.text;
    const draw = `const { flow } = compileFlow(${JSON.stringify(source)}); const drawn = toSvg(flow, { page: 'auto' });`;
    const csp = `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline' blob:">`;
    await page.setContent(`<!doctype html><head>${csp}</head><body></body>`);
    const inPage = await page.evaluate(`(async () => {
      const url = URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' }));
      const { compileFlow, toSvg } = await import(url);
      ${draw}
      return drawn;
    })()`);
    const wanted = toSvg(flow, { page: 'auto' });
    expect(inPage).toBe(wanted);
  });
});
