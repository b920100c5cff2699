/**
 * Chromium, rsvg-convert, Inkscape and LibreOffice show the same shapes. Rasters are kept in node_modules/.cache/authflow-office, to
 * be looked at.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import puppeteer from 'puppeteer';
import { startBrowser } from '../../../src/browser/browser.js';
import { compileFlow } from '../../../src/compile.js';
import { toSvg } from '../../../src/picture/index.js';
import { bareMachine } from '../../browser/bare-machine.js';
import { pixelsOf } from '../../browser/png-pixels.js';
import { compareRasters } from './compare.js';
import { programsWith, writeFonts } from './programs.js';

const folder = resolve('node_modules/.cache/authflow-office');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const fonts = writeFonts(folder);
const programs = programsWith(folder, fonts);

/** Cells in px, and how much they may differ, of 255: shapes without their texts are nearly the same everywhere, texts are not. */
const looks = {
  shapes: { cell: 6, most: 18, of: (svg: string) => svg.replace(/<text[^]*?<\/text>\n/g, '') },
  texts: { cell: 12, most: 48, of: (svg: string) => svg },
  weights: { cell: 36, most: 8, of: (svg: string) => svg },
};

const flowsOf = (paths: readonly string[], ...options: readonly string[]): readonly string[] => {
  const out = join(folder, `made-${options.join('') || 'plain'}`);
  const argv = ['dist/main.js', 'render', ...paths, '--renderer', 'native', '--format', 'svg', '--theme', 'light,dark'];
  execFileSync(process.execPath, [...argv, ...options, '--out', out], { stdio: ['ignore', 'ignore', 'inherit'] });
  return readdirSync(out)
    .filter((name) => name.endsWith('.svg'))
    .sort()
    .map((name) => join(out, name));
};

const constructs = [
  'activations',
  'arrows',
  'create-and-destroy',
  'links',
  'notes',
  'redirect',
  'shapes',
  'tones',
  'zones',
];
const inputs = ['east-asian', 'hebrew', 'nested-json'];
const plain = [
  ...['mcp-authorization', 'token-introspection'].map((id) => `flows/${id}.yaml`),
  ...constructs.map((id) => `docs/constructs/${id}.yaml`),
  ...inputs.map((id) => `test/fixtures/pictures/${id}.yaml`),
];

interface Picture {
  readonly name: string;
  readonly svg: string;
}

const read = (path: string): Picture => ({
  name: path
    .slice(folder.length + 1)
    .replace(/^made-(?:plain\/)?|\.svg$/g, '')
    .replace(/\W+/g, '-'),
  svg: readFileSync(path, 'utf8'),
});

function automatic(): Picture {
  const { flow } = compileFlow({ path: 'a.yaml', text: readFileSync('docs/constructs/zones.yaml', 'utf8') });
  return { name: 'zones-auto', svg: toSvg(flow!, { page: 'auto' }) };
}

const pictures: readonly Picture[] = [
  ...flowsOf(plain).map(read),
  ...flowsOf(['docs/constructs/redirect.yaml'], '--embed-fonts').map(read),
  automatic(),
];

const sizeOf = (svg: string) => {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!;
  return { width: Number(width), height: Number(height) };
};

let chromium: Awaited<ReturnType<typeof open>>;
const open = () => {
  const { env } = bareMachine();
  const world = bareMachine({ env: { ...env, FONTCONFIG_FILE: fonts } });
  return startBrowser(puppeteer, world, {}, (browser) => browser.newPage());
};
beforeAll(async () => {
  chromium = await open();
});
afterAll(() => chromium.stop());

async function paint(svg: string): Promise<Uint8Array> {
  const page = chromium.ready;
  const { width, height } = sizeOf(svg);
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.setContent(`<body style="margin:0">${svg.slice(svg.indexOf('<svg'))}</body>`);
  return await page.screenshot({ clip: { x: 0, y: 0, width, height } });
}

async function inChromium({ name, svg }: Picture) {
  const png = await paint(svg);
  mkdirSync(join(folder, 'Chromium'), { recursive: true });
  writeFileSync(join(folder, 'Chromium', `${name}.png`), png);
  return pixelsOf(png);
}

function drawnBy(program: string, { name, svg }: Picture) {
  const [source, png] = [join(folder, `${name}.svg`), join(folder, program, `${name}.png`)];
  mkdirSync(join(folder, program), { recursive: true });
  writeFileSync(source, svg);
  programs[program]!(source, png, sizeOf(svg));
  return pixelsOf(readFileSync(png));
}

/** LibreOffice sets letters at whole px; and only Chromium and LibreOffice embolden a font that has no bold face. */
const isUneven = (program: string, name: string): boolean => program === 'LibreOffice' || name.includes('east-asian');

/** Where `program` shows `drawn` otherwise than Chromium shows the picture. */
async function differences({ name, svg }: Picture, program: string, drawn: Picture): Promise<readonly string[]> {
  const found = [];
  for (const [look, { cell, most, of }] of Object.entries(looks)) {
    const right = await inChromium({ name: `${name}-${look}`, svg: of(svg) });
    const other = drawnBy(program, { name: `${drawn.name}-${look}`, svg: of(drawn.svg) });
    const { worst, x, y } = compareRasters(right, other, cell);
    if (process.env.AUTHFLOW_OFFICE_FIGURES) console.log(program, drawn.name, look, worst.toFixed(1), x, y);
    const slack = look === 'weights' && isUneven(program, name) ? 8 : 0;
    if (worst > most + slack) found.push(`${look} at ${x}, ${y}: ${worst.toFixed(1)} of 255`);
  }
  return found;
}

/**
 * LibreOffice 7 takes only the first family of a list, so it never comes to ours where the first one is embedded, which it does not
 * read; and it begins a text from right to left at its right end.
 */
const isBeyond = (program: string, { name }: Picture): boolean =>
  program === 'LibreOffice' && /embed-fonts|hebrew/.test(name);

describe.each(Object.keys(programs))('%s', (program) => {
  const shows = async (picture: Picture) => expect(await differences(picture, program, picture)).toEqual([]);
  const [beyond, within] = [true, false].map((is) => pictures.filter((picture) => isBeyond(program, picture) === is));
  test.each(within!)('$name', shows);
  if (beyond!.length > 0) test.fails.each(beyond!)('$name', shows);
});

/** What a reader would see, and the comparison must. */
const breaks: Readonly<Record<string, (svg: string) => string>> = {
  'a line of text lacks': (svg) => svg.replace(/<text (?=[^>]*font-size="14")[^>]*>.*?<\/text>\n/, ''),
  'an arrow head lacks': (svg) => svg.replace(/<path [^>]* d="M0 0l-?9 [^"]*"[^>]*\/>\n/, ''),
  'bold is lost': (svg) => svg.replaceAll(/ font-weight="700"/g, ''),
  'a text moves': (svg) =>
    svg.replace(/<text x="(\d+)(?=[^>]*font-size="14")/, (_, x: string) => `<text x="${Number(x) + 12}`),
  'a lifeline lacks': (svg) => svg.replace(/<line [^>]*stroke="#7f8c9e"[^>]*\/>\n/, ''),
  'a glyph lacks': (svg) => svg.replace(/<path [^>]*stroke-width="1.6"[^>]*\/>\n/, ''),
  'a fill is black': (svg) => svg.replace(/(<rect [^>]*rx="8"[^>]*) fill="[^"]*"/, '$1'),
};

describe('a broken picture is found', () => {
  const picture = pictures.find(({ name }) => name === 'redirect')!;
  test.each(Object.entries(breaks))('%s', async (damage, breakIt) => {
    const svg = breakIt(picture.svg);
    expect(svg).not.toBe(picture.svg);
    expect(await differences(picture, 'rsvg-convert', { name: damage.replaceAll(' ', '-'), svg })).not.toEqual([]);
  });
});
