import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/fonts/coverage.js';
import { openFontSet } from '../../src/fonts/font-set.js';
import { openOwnFont } from '../../src/fonts/own-font.js';
import { letterRanges } from '../../src/scene/type/font-widths.js';

const folder = fileURLToPath(new URL('../../fonts/', import.meta.url));
const packaged = (name: string): Buffer => readFileSync(`${folder}${name}.woff2`);
const installed = (name: string): Buffer =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}`)));
const math = installed('noto-sans-math/400Regular/NotoSansMath_400Regular.ttf');

describe('the letters of a font', () => {
  it.each(['NotoSans-Regular', 'NotoSans-Bold', 'NotoSansMono-Regular'])(
    'are all that pictures measure: %s',
    (name) => {
      const covers = coverageOf(packaged(name));
      const lacking = letterRanges
        .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
        // A soft hyphen is never drawn.
        .filter((code) => code !== 0xad && !covers(code));
      expect(lacking).toEqual([]);
      for (const letter of 'あ漢😀') expect(covers(letter.codePointAt(0) ?? 0), letter).toBe(false);
    },
  );

  it('are the same in TrueType, and beyond the first plane', () => {
    const covers = coverageOf(math);
    expect([0x2192, 0x1d400, 0x1f600, 0xffff].map(covers)).toEqual([true, true, false, false]);
    const cut = coverageOf(packaged('NotoSansMath-Regular'));
    for (let code = 0x2190; code <= 0x23ff; code += 1) expect(cut(code)).toBe(covers(code));
  });
});

describe("a user's font", () => {
  it('has a family', () => {
    expect(openOwnFont(math).family).toBe('Noto Sans Math');
    expect(openOwnFont(packaged('NotoSans-Bold')).family).toBe('Noto Sans');
  });

  it.each([
    ['a web page', Buffer.from('<!doctype html><title>404</title>'), 'it is no font'],
    ['nothing', Buffer.alloc(0), 'it is no font'],
    ['half of one', math.subarray(0, 5000), 'it is no font'],
    ['half of a WOFF2', packaged('NotoSans-Bold').subarray(0, 5000), 'it is no font'],
    ['a collection', Buffer.from('ttcf\0\u0001\0\0'), 'it is a collection'],
    [
      'a WOFF2 that says it is endless',
      Buffer.concat([packaged('NotoSans-Bold').subarray(0, 20), Buffer.alloc(40, 255)]),
      'no font',
    ],
  ])('is refused: %s', (_, content, reason) => expect(() => openOwnFont(content)).toThrow(reason));
});

describe('the fonts of a text', () => {
  const namesOf = (text: string, asked = '', own: readonly Buffer[] = [], font: 'sans' | 'mono' = 'sans') => {
    const { files, missing } = openFontSet(folder, own.map(openOwnFont)).choose({ font, isBold: false, text }, asked);
    return { names: files.map(({ family }) => family.replace('authflow ', '').replace(/ [\da-f]{16}$/, '')), missing };
  };

  it('are as few as its letters need', () => {
    expect(namesOf('Grüße, Ελλάδα, Привет')).toEqual({ names: ['sans'], missing: [] });
    expect(namesOf('a → b ✓')).toEqual({ names: ['sans', 'symbols'], missing: [] });
    expect(namesOf('key 🔑 and 👩‍👩‍👧')).toEqual({ names: ['sans', 'emoji'], missing: [] });
    expect(namesOf('{}', '', [], 'mono').names).toEqual(['mono', 'sans']);
  });

  it("have a name for the bytes of a user's font, so that one that replaces it is another", () => {
    const bytes = packaged('NotoSansMath-Regular');
    const fileOf = (content: Buffer) => {
      const { files } = openFontSet(folder, [openOwnFont(content)]).choose(
        { font: 'sans', isBold: false, text: 'a' },
        'Noto Sans Math',
      );
      return files[0];
    };
    const [full, again, cut] = [fileOf(math), fileOf(Buffer.from(math)), fileOf(bytes)];
    expect(again).toMatchObject({ family: full?.family, key: full?.key });
    expect(cut?.family).not.toBe(full?.family);
    expect(cut?.key).not.toBe(full?.key);
  });

  it('lack letters of other scripts, each named once; those without a glyph lack nothing', () => {
    expect(namesOf('日本日\u200b\u2066a\u2069\n')).toEqual({ names: ['sans'], missing: ['日', '本'] });
  });

  it("are the user's first where the theme asks for them, and otherwise last", () => {
    expect(namesOf('𝐀', "'Inter', sans-serif", [math])).toEqual({ names: ['sans', 'Noto Sans Math'], missing: [] });
    expect(namesOf('a', '"noto sans MATH",Inter', [math]).names).toEqual(['Noto Sans Math', 'sans']);
    expect(namesOf('a', 'Noto Sans Math', [math], 'mono').names).toEqual(['mono', 'sans']);
  });
});
