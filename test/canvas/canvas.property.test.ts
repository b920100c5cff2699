/** Pictures by the real canvas: every flow, and what only a real font and a real PDF show. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCanvas } from '../../src/canvas/index.js';
import type { Canvas } from '../../src/canvas/index.js';
import { compileFlow, toScene } from '../../src/index.js';
import type { PaintedPage, PaintRequest, Scene } from '../../src/scene/index.js';
import { facesIn } from '../../src/svg/index.js';
import { pixelsOf } from '../browser/png-pixels.js';
import { catalogueScenes, textsIn } from './catalogue.js';

const folder = fileURLToPath(new URL('../../fonts/', import.meta.url));

let canvas: Canvas;
const notices: string[] = [];
beforeAll(async () => {
  canvas = await openCanvas({ folder, fonts: [], report: (notice) => notices.push(notice) });
});

const paint = (scene: Scene, request: Partial<PaintRequest> = {}) =>
  canvas.paintScenes({ id: scene.id, format: 'png', pages: [pageOf(scene)], page: 'light', scale: 1, ...request });

const pageOf = (scene: Scene): PaintedPage => ({ scene, faces: facesIn(scene), scale: 1 });

const sceneOf = (steps: string, more = ''): Scene => {
  const text = `id: login\ntitle: Sign in\nlang: de\nparticipants: { U: User, AS: Authorization server }\n${more}steps:\n${steps}`;
  const { flow, diagnostics } = compileFlow({ path: 'a.yaml', text });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return toScene(flow!);
};

/** By a reader that is none of ours. */
async function readPdf(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const { items } = await page.getTextContent();
      const links = (await page.getAnnotations()) as { url?: string; rect: number[] }[];
      return { text: items.map((item) => ('str' in item ? item.str : '')).join(' '), links, view: page.view };
    }),
  );
  return { info, pages };
}

describe('a PNG', () => {
  it('has the size of the scene, by scale and by width', async () => {
    const scene = sceneOf('  - U -> AS: Hello\n');
    for (const [request, width] of [
      [{}, scene.width],
      [{ scale: 2 }, 2 * scene.width],
      [{ scale: 1.5 }, Math.round(1.5 * scene.width)],
      [{ width: 777 }, 777],
    ] as const)
      expect(pixelsOf((await paint(scene, request)).bytes).width).toBe(width);
  });

  it('is as large as readers take, and says so', async () => {
    // Tall, so that it has few pixels.
    const scene = sceneOf('  - U -> AS: Hello\n'.repeat(150));
    notices.length = 0;
    const { bytes } = await paint(scene, { scale: 8 });
    expect(Buffer.from(bytes).readUInt32BE(20)).toBe(16_384);
    expect(notices).toEqual([expect.stringMatching(/^login: too large for a PNG at scale [\d.]+; drawn at [\d.]+$/)]);
  });

  it('is the same, in bands and as a whole', async () => {
    const flow =
      '  - U -> AS: Hello\n  - alt:\n      fine:\n        - AS --> U: Welcome\n      else:\n        - AS --> U: No\n';
    const scene = sceneOf(flow.repeat(12));
    const whole = pixelsOf((await paint(scene, { scale: 1 })).bytes);
    const bands = pixelsOf((await paint(scene, { scale: 4 })).bytes);
    // Where four pixels of one colour are one, they have the colour of the one.
    expect([bands.width, bands.height]).toEqual([4 * whole.width, 4 * whole.height]);
    const places = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const));
    let differing = 0;
    for (let y = 1; y < whole.height - 1; y += 1) {
      for (let x = 1; x < whole.width - 1; x += 3) {
        const color = whole.at(x, y);
        const isColor = (other: typeof color): boolean => other.every((value, channel) => value === color[channel]);
        const isFlat = places.every(([dx, dy]) => isColor(whole.at(x + dx, y + dy)));
        if (isFlat && !isColor(bands.at(4 * x + 2, 4 * y + 2))) differing += 1;
      }
    }
    expect(differing).toBe(0);
  });

  it('has the ground of its theme, another one, or none', async () => {
    const scene = sceneOf('  - U -> AS: Hello\n');
    const corner = async (request: Partial<PaintRequest>) => pixelsOf((await paint(scene, request)).bytes).at(1, 1);
    expect(await corner({})).toEqual([255, 255, 255, 255]);
    expect(await corner({ page: 'dark' })).toEqual([13, 17, 23, 255]);
    expect(await corner({ background: 'none' })).toEqual([0, 0, 0, 0]);
    expect(await corner({ background: { color: '#ff0000', opacity: 1 } })).toEqual([255, 0, 0, 255]);
    const [red, , , alpha] = await corner({ background: { color: '#ff0000', opacity: 0.5 } });
    expect([red, Math.round(alpha / 10)]).toEqual([255, 13]);
  });

  it('has ink for each text of each flow, and no letter is missing', async () => {
    for (const scene of catalogueScenes()) {
      const { bytes, missing } = await paint(scene);
      expect([scene.id, missing]).toEqual([scene.id, []]);
      const { at, width } = pixelsOf(bytes);
      for (const text of textsIn(scene)) {
        const start = { start: 0, middle: text.width / 2, end: text.width }[text.anchor];
        const left = Math.round(text.x - start);
        const colors = new Set<string>();
        for (const above of [0.15, 0.3, 0.45])
          for (let x = Math.max(0, left); x < Math.min(width, left + text.width); x += 1)
            colors.add(at(x, Math.round(text.y - above * text.size)).join());
        expect(colors.size, `${scene.id}: ${text.runs.map((run) => run.text).join('')}`).toBeGreaterThan(2);
      }
    }
  }, 60_000);

  it('names the letters that no font has, and draws emoji in colour', async () => {
    const { bytes, missing } = await paint(sceneOf('  - U -> AS: 日本 🔑\n'));
    expect(missing).toEqual(['日', '本']);
    const { at, width, height } = pixelsOf(bytes);
    let yellow = 0;
    for (let x = 0; x < width; x += 1)
      for (let y = 0; y < height; y += 1) {
        const [red, green, blue] = at(x, y);
        if (red > 180 && green > 120 && blue < 90) yellow += 1;
      }
    expect(yellow).toBeGreaterThan(10);
  });
});

describe('a PDF', () => {
  it('holds every text, to be selected, with title and language', async () => {
    for (const scene of catalogueScenes()) {
      const { bytes } = await paint(scene, { format: 'pdf' });
      const { info, pages } = await readPdf(bytes);
      expect(info).toMatchObject({ Title: scene.title, Creator: 'authflow' });
      const bare = (text: string) => text.normalize('NFKC').replace(/\P{L}/gu, '');
      const found = bare(pages[0]!.text);
      for (const { runs } of textsIn(scene)) for (const { text } of runs) expect(found).toContain(bare(text));
      expect(pages[0]!.view).toEqual([0, 0, Math.ceil(scene.width * 0.75), Math.ceil(scene.height * 0.75)]);
    }
  }, 60_000);

  it('says its language, and links to specifications where they stand', async () => {
    const scene = sceneOf('  - U -> AS: Hello\n', 'heading: true\nspecs: [RFC 6749]\n');
    const { bytes } = await paint(scene, { format: 'pdf' });
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (de)');
    const { pages } = await readPdf(bytes);
    const urls = pages[0]!.links.flatMap(({ url }) => url ?? []);
    const drawn = [...scene.heads, ...scene.under].filter((item) => item.kind === 'link').map(({ href }) => href);
    expect(urls).toEqual(drawn);
    expect(urls).toHaveLength(1);
  });

  it('has pages of the size of the paper, with the picture between its margins', async () => {
    const scene = sceneOf('  - U -> AS: Hello\n', 'heading: true\nspecs: [RFC 6749]\n');
    const sheet = { width: 793.7, height: 1122.5, top: 80 };
    const { bytes } = await paint(scene, { format: 'pdf', pages: [pageOf(scene), pageOf(scene)], sheet });
    const { pages } = await readPdf(bytes);
    const plain = await readPdf((await paint(scene, { format: 'pdf' })).bytes);
    expect(pages.map(({ view }) => view)).toEqual([
      [0, 0, 595, 842],
      [0, 0, 595, 842],
    ]);
    const left = (595 - scene.width * 0.75) / 2;
    const [page] = pages;
    expect(page?.text).toBe(plain.pages[0]!.text);
    expect(page?.links).toHaveLength(1);
    for (const [index, { rect }] of (page?.links ?? []).entries()) {
      const [x = 0, , , top = 0] = plain.pages[0]!.links[index]!.rect;
      expect(Math.abs(rect[0]! - x - left)).toBeLessThan(2);
      expect(Math.abs(842 - rect[3]! - (60 + Math.ceil(scene.height * 0.75) - top))).toBeLessThan(2);
    }
  });

  it('has a page for each scene', async () => {
    const [one, other] = [sceneOf('  - U -> AS: First\n'), sceneOf('  - U -> AS: Second\n')];
    const { bytes } = await paint(one, { format: 'pdf', pages: [pageOf(one), pageOf(other)] });
    const { pages } = await readPdf(bytes);
    expect(pages.map(({ text }) => /First|Second/.exec(text)?.[0])).toEqual(['First', 'Second']);
  });
});
