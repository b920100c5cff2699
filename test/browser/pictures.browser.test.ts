import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from '../browser-test.js';
import { startBrowser } from '../../src/browser/browser.js';
import { openRasterizer, type Rasterizer } from '../../src/browser/rasterizer.js';
import { svgIdOf } from '../../src/model/picture-variants.js';
import { bareMachine } from './bare-machine.js';
import { pixelsOf, type Pixels } from './png-pixels.js';
import { temporaryFolder } from './temporary-folder.js';
import type { PictureRequest } from '../../src/stamp/picture-request.js';

const MERMAID = `sequenceDiagram
    accTitle: Client Credentials
    accDescr: A client gets a token
    autonumber
    box rgba(221,214,254,0.3) CLIENT
        participant C as 🖥️ Service<br/>(Backend Server)
    end
    actor U as User
    link C: Docs @ https://example.com/docs
    C->>U: 1. POST /services/oauth2/token
    Note over C,U: ⚠️ client_secret=CONSUMER_SECRET
    U-->>C: token
    loop every 5 s
        C-xC: poll
    end`;

const notices: string[] = [];
let rasterizer: Rasterizer;

beforeAll(async () => {
  rasterizer = await openRasterizer({ world: bareMachine(), report: (notice) => notices.push(notice) });
});
afterAll(() => rasterizer.close());

const draw = (request: Partial<PictureRequest>) =>
  rasterizer.render({ id: 'flow', mermaid: MERMAID, format: 'svg', ...request });
const svg = async (request: Partial<PictureRequest> = {}) => Buffer.from(await draw(request)).toString();
const png = async (request: Partial<PictureRequest> = {}) => pixelsOf(await draw({ format: 'png', ...request }));

function sizeOf(text: string): [number, number] {
  const [, width, height] = /^<svg width="([\d.]+)" height="([\d.]+)"/.exec(text) ?? [];
  return [Number(width), Number(height)];
}

test('an SVG with a size, a title and a description, without HTML', async () => {
  const text = await svg();
  const [width, height] = sizeOf(text);
  expect(text).toMatch(new RegExp(`viewBox="-?\\d+ -?\\d+ ${width} ${height}"`));
  expect(text).toContain('<title id="chart-title-flow_svg">Client Credentials</title>');
  expect(text).toContain('<desc id="chart-desc-flow_svg">A client gets a token</desc>');
  expect(text).toContain("font-family:'Noto Sans'");
  expect(text).not.toMatch(/foreignObject|max-width|<script|trebuchet/i);
  expect(text.endsWith('</svg>\n')).toBe(true);
  const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id !== 'flow_svg' && !id?.startsWith('flow_svg-') && !id?.endsWith('-flow_svg'))).toEqual(
    [],
  );
});

test('a flow whose name begins with a digit looks like any other', async () => {
  const [named, numbered] = [await draw({ format: 'png' }), await draw({ format: 'png', id: '3-legged-oauth' })];
  expect(Buffer.compare(named, numbered)).toBe(0);
  expect(await svg({ id: '3-legged-oauth' })).toContain('id="flow_3-legged-oauth_svg"');
});

test('a flow whose name is that of a member of the page or of a form looks like any other', async () => {
  const named = await draw({ format: 'png' });
  for (const id of ['links', 'reset']) {
    expect(Buffer.compare(named, await draw({ format: 'png', id })), id).toBe(0);
    expect(await svg({ id })).toContain(`id="${id}_svg"`);
  }
});

test('pictures that are inlined in one page share no id, and refer to nothing outside of them', async () => {
  const files = ['login.svg', 'login.dark.svg', 'login-dark.svg', 'login-database.svg', '3-legged.svg'];
  const pictures: string[] = [];
  for (const file of files) pictures.push(await svg({ id: file.split('.', 1)[0]!, svgId: svgIdOf(file) }));
  const kept = await startBrowser(puppeteer, bareMachine(), {}, () => Promise.resolve());
  try {
    const page = await kept.browser.newPage();
    await page.setContent(pictures.join('\n'));
    const found = (await page.evaluate(REFERENCES)) as { ids: string[]; references: string[]; astray: string[] };
    expect(found.ids.length).toBeGreaterThan(100);
    expect(found.ids.filter((id, index) => found.ids.indexOf(id) !== index)).toEqual([]);
    expect(found.references).toEqual(expect.arrayContaining(['login_svg-arrowhead', 'chart-title-login_dark_svg']));
    expect(found.astray).toEqual([]);
  } finally {
    await kept.stop();
  }
});

/** Every id of a page with several SVGs, every reference to one, and those that don't lead into the same SVG. */
const REFERENCES = `(() => {
  const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
  const references = [];
  const astray = [];
  for (const root of document.querySelectorAll('body > svg')) {
    const own = new Set(Array.from([root, ...root.querySelectorAll('[id]')], ({ id }) => id));
    const found = [];
    for (const element of [root, ...root.querySelectorAll('*')])
      for (const { name, value } of element.attributes) {
        if (/^aria-(labelledby|describedby)$/.test(name)) found.push(...value.split(' '));
        else if (name.endsWith('href') && value.startsWith('#')) found.push(value.slice(1));
        else found.push(...Array.from(value.matchAll(/url\\(["']?#([^)"']*)/g), ([, id]) => id));
      }
    for (const style of root.querySelectorAll('style')) {
      found.push(...Array.from(style.textContent.matchAll(/url\\(["']?#([^)"']*)/g), ([, id]) => id));
      for (const { selectorText } of style.sheet.cssRules)
        found.push(...Array.from((selectorText ?? '').matchAll(/#([\\w-]+)/g), ([, id]) => id));
    }
    references.push(...found);
    astray.push(...found.filter((id) => !own.has(id)));
  }
  return { ids, references, astray };
})()`;

test('the language of the flow, in SVG and PDF, and not that of the flow before', async () => {
  const german = await svg({ lang: 'de-AT' });
  expect(/^<svg[^>]*>/.exec(german)?.[0]).toContain(' lang="de-AT" xml:lang="de-AT" ');
  expect(Buffer.from(await draw({ lang: 'de-AT', format: 'pdf' })).toString('latin1')).toContain('/Lang (de-AT)');
  expect(Buffer.from(await draw({ format: 'pdf' })).toString('latin1')).not.toContain('de-AT');
  expect(await svg()).not.toContain('lang=');
});

test('the font of the theme, where it is installed', async () => {
  const family = 'DejaVu Sans Mono';
  const installed = await draw({ format: 'png', fontFamily: family });
  expect(sizeOf(await svg({ fontFamily: 'No Such Font' }))).toEqual(sizeOf(await svg()));
  expect(await svg({ fontFamily: `${family}, serif` })).toMatch(
    /font-family: (?:"|&quot;)DejaVu Sans Mono(?:"|&quot;), /,
  );
  // A machine without the font draws ours.
  if (existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf'))
    expect(Buffer.from(installed).equals(Buffer.from(await draw({ format: 'png' })))).toBe(false);
});

test('XML that a strict parser reads, with all that a label may say', async () => {
  const text = await svg({ mermaid: MERMAID.replace('poll', '#60;b#62; #38;amp#59; #34;x#34; <br/> #38;nbsp#59;') });
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  expect(() => parser.write(text).close()).not.toThrow();
});

test('a screen reader gets a title and a description', async () => {
  const kept = await startBrowser(puppeteer, bareMachine(), {}, () => Promise.resolve());
  try {
    const page = await kept.browser.newPage();
    await page.setContent(await svg());
    const root = (await page.accessibility.snapshot({ interestingOnly: false })) as AccessibleNode;
    const picture = [...nodesOf(root)].find(({ name }) => name === 'Client Credentials');
    expect(picture).toMatchObject({ description: 'A client gets a token', role: 'graphics-document' });
  } finally {
    await kept.stop();
  }
});

interface AccessibleNode {
  readonly role: string;
  readonly name?: string;
  readonly description?: string;
  readonly children?: readonly AccessibleNode[];
}

function* nodesOf(node: AccessibleNode): Generator<AccessibleNode> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

test('the same bytes each time, whatever was drawn in between', async () => {
  const first = { svg: await svg(), png: await draw({ format: 'png' }) };
  await draw({ id: 'other', mermaid: '%%{init: {"theme": "forest"}}%%\nsequenceDiagram\n  A->>B: x', format: 'pdf' });
  await draw({ id: 'bad', mermaid: 'sequenceDiagram\n  A->>' }).catch(() => undefined);
  expect({ svg: await svg(), png: await draw({ format: 'png' }) }).toEqual(first);
});

test('a PNG twice as large as the SVG, or as large as asked for', async () => {
  const [width, height] = sizeOf(await svg());
  const size = ({ width, height }: Pixels) => [width, height];
  expect(size(await png())).toEqual([Math.ceil(width) * 2, Math.ceil(height) * 2]);
  expect(size(await png({ scale: 1 }))).toEqual([Math.ceil(width), Math.ceil(height)]);
  for (const asked of [301, 1234, 2560]) expect((await png({ width: asked })).width).toBe(asked);
  expect(sizeOf(await svg({ width: 1000 }))[0]).toBe(1000);
});

test('the background, or none', async () => {
  expect((await png()).at(0, 0)).toEqual([255, 255, 255, 255]);
  expect((await png({ background: '#102030' })).at(0, 0)).toEqual([16, 32, 48, 255]);
  expect((await png({ background: 'transparent' })).at(0, 0)[3]).toBe(0);
});

test('letters are black and emoji are coloured', async () => {
  const init = '%%{init: {"theme": "base", "themeVariables": {"actorTextColor": "#000000"}}}%%';
  const labelled = (label: string) =>
    png({ mermaid: `${init}\nsequenceDiagram\n  participant A as ${label}`, scale: 1 });
  expect(inks(await labelled('#8203;'))).toEqual({ dark: 0, yellow: 0 });
  const letters = inks(await labelled('Wi'));
  expect(letters.dark).toBeGreaterThan(20);
  expect(letters.yellow).toBe(0);
  expect(inks(await labelled('⚠️')).yellow).toBeGreaterThan(50);
  // A character that no font has is drawn as a box: it is dark, and as wide whatever the character.
  const boxes = inks(
    await labelled('&#x10FFFD;'.replace(/&#x(\w+);/, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))),
  );
  expect(boxes).not.toEqual(inks(await labelled('é')));
});

function inks({ width, height, at }: Pixels) {
  let [dark, yellow] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = at(x, y);
      if (red < 60 && green < 60 && blue < 60) dark++;
      if (red > 220 && green > 150 && blue < 120) yellow++;
    }
  }
  return { dark, yellow };
}

test('a PDF of one page, as large as the diagram', async () => {
  const text = Buffer.from(await draw({ format: 'pdf' })).toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
  const [, width] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
  const [pixels] = sizeOf(await svg());
  // Its margins are the page's, of 8 pixels; 96 pixels are 72 points.
  expect(Math.abs((Number(width) / 72) * 96 - (pixels + 16))).toBeLessThan(2);
});

test('a picture beyond the browser’s limit is drawn smaller, and that is said', async () => {
  const messages = Array.from({ length: 250 }, (_, number) => `  A->>B: ${number}`);
  const { height } = await png({ id: 'long', mermaid: ['sequenceDiagram', ...messages].join('\n') });
  expect(height).toBeLessThanOrEqual(16_384);
  expect(notices.at(-1)).toMatch(/^long: too large for a PNG at scale 2; drawn at 1\.\d+$/);
});

test('a long text is drawn, not reported in a picture of an error', async () => {
  const text = await svg({ mermaid: `sequenceDiagram\n  %% ${'x'.repeat(60_000)}\n  A->>B: past the limit` });
  expect(text).toContain('past the limit');
});

test('what Mermaid refuses is reported with its reason', async () => {
  await expect(draw({ id: 'bad', mermaid: 'sequenceDiagram\n  A->>' })).rejects.toMatchObject({
    kind: 'render-failed',
    message: expect.stringMatching(/^bad: Mermaid can't draw the diagram: Parse error on line 2:\n/) as string,
  });
  await expect(draw({ id: 'bad', mermaid: 'nonsense' })).rejects.toThrow(/No diagram type detected[^\n]*nonsense$/);
});

test('nothing that a diagram says makes a request', async () => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const css = `.actor { fill: url(${host}/css) } @import url(${host}/import); text { background: url(${host}/text) }`;
  const text = await svg({
    mermaid: `%%{init: {"themeCSS": "${css}", "themeVariables": {"actorBkg": "url(${host}/variable)"}}}%%
sequenceDiagram
    participant A as <img src="${host}/label">
    participant B as <script>fetch("${host}/script")</script>
    participant D@{ "type": "actor" } as <svg onload="fetch('${host}/load')">
    link A: Docs @ ${host}/link
    link A: Code @ javascript:fetch("${host}/code")
    A->>B: <iframe src="${host}/frame"></iframe><object data="file:///etc/passwd"></object>
    Note over A: <img src="https://mermaid-cli-intercept.invalid/etc/passwd.css" onerror="fetch('${host}/error')">`,
    mermaidConfig: { securityLevel: 'loose', htmlLabels: true, themeCSS: `@font-face { src: url(${host}/font) }` },
  });
  server.close();
  expect(text).toContain('<svg');
  expect(text).not.toMatch(/<(script|img|iframe|object|foreignObject)\b|\son\w+="|href="javascript/i);
  expect(requests).toEqual([]);
});

test.each([
  ['is killed', 'SIGKILL', 'the browser stopped'],
  ['hangs', 'SIGSTOP', 'the browser stopped (no picture after 6 s)'],
] as const)(
  'a browser that %s in the middle of a batch is replaced, and every picture comes out',
  async (_, signal, why) => {
    const own = temporaryFolder();
    const temporary = join(own, 'tmp');
    mkdirSync(temporary);
    const said: string[] = [];
    const world = bareMachine({ temporary });
    const batch = await openRasterizer({ world, report: (notice) => said.push(notice), timeout: 6_000 });
    const first = await batch.render({ id: 'a', mermaid: MERMAID, format: 'svg' });
    const pending = ['b', 'c', 'd'].map((id) => batch.render({ id, mermaid: MERMAID, format: 'png' }));
    const pids = browsersOf(temporary);
    for (const pid of pids) process.kill(pid, signal);
    const drawn = await Promise.all(pending);
    expect(pids.length).toBeGreaterThan(0);
    expect(drawn.every((bytes) => pixelsOf(bytes).width > 100)).toBe(true);
    expect(said.filter((notice) => notice.includes(why))).toHaveLength(1);
    expect(await batch.render({ id: 'a', mermaid: MERMAID, format: 'svg' })).toEqual(first);
    await batch.close();
    expect(browsersOf(temporary)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  },
);

/** The processes that hold a profile in the folder. */
function browsersOf(temporary: string): number[] {
  const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n');
  return processes
    .filter((line) => line.includes(`--user-data-dir=${temporary}`))
    .map((line) => Number.parseInt(line, 10));
}

test('no font: an error, not a picture without letters', async () => {
  const cache = temporaryFolder();
  const env = { ...bareMachine().env, XDG_CACHE_HOME: cache };
  await expect(
    openRasterizer({ world: bareMachine({ env, packages: [], home: cache, fontFolders: [], systemFonts: '' }) }),
  ).rejects.toMatchObject({
    kind: 'missing-package',
    message: expect.stringContaining('npm install -D "@expo-google-fonts/noto-sans@') as string,
  });
});

test('no browser that starts: an error with what was tried and what to run', async () => {
  const world = bareMachine({ isExecutable: (path) => path === '/bin/false', puppeteerCache: () => ['/bin/false'] });
  await expect(openRasterizer({ world: { ...world, packedChromium: () => null } })).rejects.toMatchObject({
    kind: 'no-browser',
    message: expect.stringMatching(
      /none could be started:\n {2}puppeteer's cache \(\/bin\/false\): .+\nrun: npm install/,
    ) as string,
  });
  await expect(openRasterizer({ world, browser: '/bin/false' })).rejects.toThrow(/--browser \(\/bin\/false\)/);
});

test.each([
  ['error while loading shared libraries: libx.so: cannot open', /libraries: libx\.so: cannot open\n/],
  [
    'FATAL:zygote_host.cc:132] No usable sandbox! If you are',
    /no sandbox; set AUTHFLOW_NO_SANDBOX=1 to run without one\n/,
  ],
])('a browser that says "%s" is reported with that', async (complaint, reported) => {
  const path = join(temporaryFolder(), 'chrome');
  writeFileSync(path, `#!/bin/sh\necho '${complaint}' >&2\nexit 127\n`, { mode: 0o700 });
  await expect(openRasterizer({ world: bareMachine({ isExecutable: () => true }), browser: path })).rejects.toThrow(
    reported,
  );
});

test('one that does not start is passed over', async () => {
  const world = bareMachine({ isExecutable: (path) => path === '/bin/false', puppeteerCache: () => ['/bin/false'] });
  const batch = await openRasterizer({ world });
  expect((await batch.render({ id: 'a', mermaid: MERMAID, format: 'svg' })).length).toBeGreaterThan(1000);
  await batch.close();
});
