/** Decks on templates: their look is kept, and nothing else of them. */
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { readTemplate, writePptx } from '../../src/pptx/index.js';
import type { PptxTemplate } from '../../src/pptx/index.js';
import { contrastOf } from '../../src/pptx/colors/index.js';
import { loadFlow } from '../flows/load.js';
import { deckOf } from './decks.js';
import { filesIn, lintPptx } from './lint-pptx.js';
import { filesOfTemplate, linkedShape, madeTemplate, zipped } from './made-templates.js';

const libreoffice = readFileSync(new URL('../fixtures/pptx/libreoffice.pptx', import.meta.url));

function templateOf(bytes: Uint8Array): PptxTemplate {
  const read = readTemplate(bytes);
  if ('problem' in read) throw new Error(read.problem);
  return read.template;
}

const problemOf = (bytes: Uint8Array): string => {
  const read = readTemplate(bytes);
  return 'problem' in read ? read.problem : '';
};

const presentationml = 'application/vnd.openxmlformats-officedocument.presentationml';
const flow = loadFlow('mcp-authorization');
const filesOn = (bytes: Uint8Array, build = true) =>
  filesIn(writePptx(deckOf(flow, { template: templateOf(bytes), build })));

const templates: Readonly<Record<string, Uint8Array>> = {
  'of LibreOffice': libreoffice,
  'that is a .potx by hand': madeTemplate(),
  'that is a .pptx': madeTemplate({ main: `${presentationml}.presentation.main+xml` }),
  'that is dark': madeTemplate({ ground: 'dk' }),
  'of 4:3': madeTemplate({ size: [9_144_000, 6_858_000] }),
  'of Google’s size': madeTemplate({ size: [9_144_000, 5_143_500] }),
  'whose layout has another type': madeTemplate({ type: 'blank' }),
  'with links': madeTemplate({
    shapes: linkedShape('rId7'),
    relations: [['rId7', 'hyperlink', 'https://brand.example/', 'External']],
  }),
};

describe('a deck on a template', () => {
  test.each(Object.entries(templates))('%s', (_, bytes) => expect(lintPptx(filesOn(bytes))).toEqual([]));

  it('has nothing of its slides, shows and pictures', () => {
    const files = filesOn(madeTemplate());
    expect([...files.values()].join()).not.toContain('Old slide');
    expect(files.get('ppt/presentation.xml')).not.toContain('custShow');
    expect([...files.keys()]).not.toContain('thumbnail.png');
    expect(files.get('[Content_Types].xml')).toContain(`${presentationml}.presentation.main+xml`);
  });

  it('has its masters and its theme as they are', () => {
    const given = filesOfTemplate();
    const files = filesOn(madeTemplate());
    for (const part of ['slideMasters/slideMaster1', 'slideLayouts/slideLayout1', 'theme/theme1'])
      expect(files.get(`ppt/${part}.xml`)).toBe(given[`ppt/${part}.xml`]);
  });

  it('leads nowhere outside of it', () => {
    const files = filesOn(templates['with links']!);
    expect([...files.values()].join()).not.toContain('brand.example');
    expect(files.get('ppt/slideLayouts/slideLayout1.xml')).not.toContain('hlinkClick');
  });

  it('names its colours only as those of the theme', () => {
    const files = filesOn(madeTemplate());
    const slides = [...files].filter(([name]) => name.startsWith('ppt/slides/slide')).map(([, written]) => written);
    expect(slides.join()).toContain('<a:schemeClr val="accent1">');
    expect(slides.join()).not.toContain('srgbClr');
  });

  it('makes a long title smaller', () => {
    const template = templateOf(madeTemplate());
    const deck = deckOf(flow, { template });
    const [, section] = deck.sections;
    const [slide] = section!.slides;
    const long = { ...deck, sections: [{ name: '', slides: [{ ...slide!, title: 'A very long title '.repeat(8) }] }] };
    const written = filesIn(writePptx(long)).get('ppt/slides/slide1.xml')!;
    const size = Number(/<a:rPr (?:lang="\w+" )?sz="(\d+)" dirty="0"\/><a:t>A very/.exec(written)?.[1]);
    expect(size).toBeLessThan(3000);
    expect(size).toBeGreaterThanOrEqual(1400);
  });
});

describe('what a template says', () => {
  it('is its size, where 720 px are its height', () => {
    expect(templateOf(templates['of 4:3']!).size).toEqual({ width: 960, height: 720 });
    expect(templateOf(templates['of Google’s size']!).size).toEqual({ width: 1280, height: 720 });
  });

  it('is the room below its title', () => {
    expect(templateOf(madeTemplate()).stage).toEqual({ left: 64, right: 1216, top: 142, bottom: 700 });
  });

  it('is its kind of page', () => {
    expect(templateOf(madeTemplate()).page).toBe('light');
    expect(templateOf(templates['that is dark']!).page).toBe('dark');
  });

  it('is a ground on which its texts can be read', () => {
    for (const bytes of Object.values(templates)) {
      const { scheme } = templateOf(bytes).base;
      expect(contrastOf(scheme.bg1, scheme.tx1)).toBeGreaterThan(4.5);
    }
  });
});

const macros = 'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml';
const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const encrypted = new Uint8Array([...compound, ...Buffer.from('EncryptedPackage', 'utf16le')]);

/** A part whose size its entries do not say. */
function bomb(): Uint8Array {
  const bytes = zipSync(
    { ...packed(filesOfTemplate()), 'ppt/media/a.png': new Uint8Array(300 * 1024 * 1024) },
    { level: 1 },
  );
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at++) {
    const signature = view.getUint32(at, true);
    const [size, name] =
      signature === 0x02014b50 ? [at + 24, at + 46] : signature === 0x04034b50 ? [at + 22, at + 30] : [0, 0];
    if (size > 0 && Buffer.from(bytes.subarray(name, name + 15)).toString() === 'ppt/media/a.png')
      view.setUint32(size, 10, true);
  }
  return bytes;
}
const packed = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)]));

describe('no template is', () => {
  test.each([
    [
      'a file with macros',
      () => madeTemplate({ main: macros }),
      'it has macros: save it without them, as .pptx or .potx',
    ],
    [
      'one with a project of macros',
      () => madeTemplate({ more: { 'ppt/vbaProject.bin': 'x' } }),
      'it has macros: save it without them, as .pptx or .potx',
    ],
    ['an encrypted one', () => encrypted, 'it is encrypted'],
    ['an old one', () => compound, 'it is encrypted, or of the old format .ppt'],
    ['a text', () => strToU8('title: Flow'), 'it is no zip file, as every PowerPoint file is'],
    ['nothing', () => new Uint8Array(), 'it is no zip file, as every PowerPoint file is'],
    ['another zip file', () => zipped({ 'a.txt': 'a' }), 'it is no PowerPoint file: it has no content types'],
    [
      'a document',
      () => madeTemplate({ main: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' }),
      'it is no PowerPoint file',
    ],
    ['one without titles', () => madeTemplate({ hasTitle: false }), 'it has no layout with a title'],
    [
      'one whose titles fill the slide',
      () => madeTemplate({ titleBox: '<a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="6000000"/></a:xfrm>' }),
      'its layout leaves no room below the title',
    ],
    ['one without a size', () => madeTemplate({ size: [0, 0] }), 'its slides have no size'],
    [
      'a damaged one',
      () => madeTemplate({ more: { 'ppt/theme/theme1.xml': '<a:theme' } }),
      'its part ppt/theme/theme1.xml is damaged',
    ],
    [
      'one that declares entities',
      () => madeTemplate({ more: { 'ppt/theme/theme1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' } }),
      'its part ppt/theme/theme1.xml is damaged',
    ],
    ['a bomb', bomb, 'it is more than 256 MB when it is unpacked'],
    ['a part of one', () => madeTemplate().slice(0, 900), 'it is no zip file, as every PowerPoint file is'],
  ] as const)('%s', (_, make, problem) => expect(problemOf(make())).toBe(problem));

  it('throws for no bytes at all that are changed', () => {
    const good = madeTemplate();
    for (let at = 0; at < good.length; at += 97) {
      const bytes = good.slice();
      bytes[at] = (bytes[at]! + 101) % 256;
      expect(() => readTemplate(bytes)).not.toThrow();
    }
  });
});
