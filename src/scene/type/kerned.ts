/** The tables of `font-widths.ts`, unpacked for speed. Numbers are thousandths of an em. */
import { lazily } from '../../source/index.js';
import {
  boldAdvances,
  kerning,
  kerningColumns,
  kerningRows,
  kerningValues,
  letterRanges,
  regularAdvances,
} from './font-widths.js';

export interface KernedFace {
  /** By the letter's number. */
  readonly advances: Uint16Array;
  /** What is added between two letters: at the first one's row + the second one's column. */
  readonly kerning: Int16Array;
}

export interface Kerned {
  /** The number of each UTF-16 unit that is a letter of the table; 0 for any other. */
  readonly numbers: Uint16Array;
  /** By the letter's number: where its row in the kerning starts, and its column. */
  readonly rows: Uint16Array;
  readonly columns: Uint8Array;
  readonly regular: KernedFace;
  readonly bold: KernedFace;
}

/** One number for each letter; nothing has the number 0. */
const digitPairs = (code: string): readonly number[] => [
  0,
  ...Array.from({ length: code.length / 2 }, (_, index) => parseInt(code.slice(2 * index, 2 * index + 2), 36)),
];

function numbersOfLetters(): Uint16Array {
  const numbers = new Uint16Array(0x10000);
  let number = 0;
  for (const [from, to] of letterRanges) for (let code = from; code <= to; code++) numbers[code] = ++number;
  return numbers;
}

/** Regular is the first number of a value, bold the last. */
function unpackKerning(columnCount: number, face: 0 | -1): Int16Array {
  const values = kerningValues.split(' ').map((value) => Number(value.split('/').at(face)));
  const rows = kerning.split(' ');
  const cells = new Int16Array(rows.length * columnCount);
  for (const [row, code] of rows.entries()) {
    let column = 0;
    for (const [part] of code.matchAll(/\d+|\D/g)) {
      const zeros = Number(part);
      if (Number.isNaN(zeros)) cells[row * columnCount + column++] = values[part.charCodeAt(0) - 0x41] ?? 0;
      else column += zeros;
    }
  }
  return cells;
}

export const kerned = lazily((): Kerned => {
  const columns = digitPairs(kerningColumns);
  const columnCount = Math.max(...columns) + 1;
  return {
    numbers: numbersOfLetters(),
    rows: Uint16Array.from(digitPairs(kerningRows), (row) => row * columnCount),
    columns: Uint8Array.from(columns),
    regular: { advances: Uint16Array.from(digitPairs(regularAdvances)), kerning: unpackKerning(columnCount, 0) },
    bold: { advances: Uint16Array.from(digitPairs(boldAdvances)), kerning: unpackKerning(columnCount, -1) },
  };
});
