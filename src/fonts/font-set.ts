/** The fonts of pictures in pixels and for print: those of the package, of an optional package for emoji, and the user's own. */
import { join } from 'node:path';
import { readFile } from '../files/index.js';
import type { FaceText } from '../model/index.js';
import { packageFolder, versionOf } from '../peers/index.js';
import { graphemesOf, memoize } from '../source/index.js';
import { coverageOf } from './coverage.js';
import type { Coverage } from './coverage.js';
import { codeOf, isUnseen } from './letters.js';
import type { OwnFont } from './own-font.js';

export interface FontFile {
  /** A name that no installed font has, so that none is taken for it. Files of one family differ in their weight. */
  readonly family: string;
  /** Of the file: the same for the same bytes. */
  readonly key: string;
  readonly content: Buffer;
  readonly covers: Coverage;
}

export interface ChosenFonts {
  /** The first choice first. */
  readonly files: readonly FontFile[];
  /** Grapheme clusters that none of them has. */
  readonly missing: readonly string[];
}

export interface FontSet {
  /**
   * The fonts of a text.
   *
   * @param asked CSS: the font list of the theme
   */
  readonly choose: (face: FaceText, asked: string) => ChosenFonts;
}

const PACKAGED = {
  regular: ['authflow sans', 'NotoSans-Regular.woff2'],
  bold: ['authflow sans', 'NotoSans-Bold.woff2'],
  mono: ['authflow mono', 'NotoSansMono-Regular.woff2'],
  symbols: ['authflow symbols', 'NotoSansMath-Regular.woff2'],
} as const;

const EMOJI = ['@expo-google-fonts/noto-color-emoji', '400Regular/NotoColorEmoji_400Regular.ttf'] as const;

/** The version of the font for emoji; null where it is not installed. */
export function emojiVersion(): string | null {
  const folder = packageFolder(EMOJI[0]);
  return folder === null ? null : versionOf(folder);
}

/**
 * Files are read when a text needs them.
 *
 * @param folder the packaged fonts
 */
export function openFontSet(folder: string, own: readonly OwnFont[]): FontSet {
  const open = memoize((path: string) => {
    const content = readFile(path);
    return { key: path, content, covers: coverageOf(content) };
  });
  const packaged = (name: keyof typeof PACKAGED): FontFile => {
    const [family, file] = PACKAGED[name];
    return { family, ...open(join(folder, file)) };
  };
  // The hashes of its files are in the name of a family: another file of the name is another family.
  const nameOf = (family: string): string =>
    `authflow ${family} ${own.flatMap((font) => (font.family === family ? font.hash : [])).join(' ')}`;
  const owned = own.map(({ family, hash, content, covers }): FontFile => {
    const name = nameOf(family);
    return { family: name, key: `${name} ${hash}`, content, covers };
  });
  const emoji = (): readonly FontFile[] => {
    const installed = packageFolder(EMOJI[0]);
    return installed === null ? [] : [{ family: 'authflow emoji', ...open(join(installed, EMOJI[1])) }];
  };
  return {
    choose({ font, isBold, text }, asked) {
      const isAsked = (index: number): boolean => font === 'sans' && namesIn(asked).includes(keyOf(own[index]?.family));
      const first = [
        ...owned.filter((_, index) => isAsked(index)),
        ...(font === 'mono' ? [packaged('mono')] : []),
        packaged(isBold ? 'bold' : 'regular'),
      ];
      const others = [() => [packaged('symbols')], emoji, () => owned.filter((_, index) => !isAsked(index))];
      return share(new Set(graphemesOf(text)), first, others);
    },
  };
}

/** Takes further fonts only for the letters that the first ones lack. */
function share(
  letters: ReadonlySet<string>,
  first: readonly FontFile[],
  others: readonly (() => readonly FontFile[])[],
): ChosenFonts {
  const files = [...first];
  let missing = [...letters].filter((letter) => !first.some((file) => has(file, letter)));
  for (const more of others) {
    if (missing.length === 0) break;
    for (const file of more()) {
      const rest = missing.filter((letter) => !has(file, letter));
      if (rest.length < missing.length) files.push(file);
      missing = rest;
    }
  }
  return { files, missing };
}

const has = ({ covers }: FontFile, cluster: string): boolean =>
  Array.from(cluster).every((letter) => isUnseen(letter) || covers(codeOf(letter)));

/** The names in a CSS font list. */
const namesIn = (list: string): readonly string[] => list.split(',').map(keyOf);

const keyOf = (name = ''): string =>
  name
    .trim()
    .replace(/^(['"])(.*)\1$/s, '$2')
    .toLowerCase();
