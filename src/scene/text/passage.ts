/** A text that can be wrapped to any width. */
import type { Lines } from '../../model/index.js';
import type { Run, Token } from '../scene.js';
import { isRightToLeft, textWidth, wrapText } from '../type/index.js';
import type { Measure } from '../type/index.js';
import type { TextStyle } from './styles.js';

export interface TextLine {
  readonly runs: readonly Run[];
  readonly width: number;
  readonly isRtl: boolean;
}

export interface Wrapped {
  readonly lines: readonly TextLine[];
  /** Of the widest line. */
  readonly width: number;
  readonly height: number;
}

/** `prose`, or `data`, whose broken lines hang. `request` is prose whose method or status, at its start, is bold. */
export type PassageKind = 'prose' | 'data' | 'request';

/** A method (RFC 9110 §9) or a status at the start of a label. */
const start = /^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|[1-5]\d\d)(?=[ ,]|$)/;
const isFault = (status: string): boolean => /^[45]/.test(status);

const spreadTabs = (line: string): string => line.replaceAll('\t', '    ').trimEnd();
/** Blanks at the start of a line would be dropped. */
const keepIndent = (line: string): string => line.replace(/^ +/, (blanks) => '\u00A0'.repeat(blanks.length));

export class Passage {
  readonly #lines: Lines;
  readonly #style: TextStyle;
  readonly #kind: PassageKind;
  readonly #color: Token;
  readonly #known = new Map<number, Wrapped>();

  /** `color`: in place of the style's. */
  constructor(lines: Lines, style: TextStyle, kind: PassageKind = 'prose', color: Token = style.color) {
    this.#lines = lines.map(spreadTabs);
    this.#style = style;
    this.#kind = kind;
    this.#color = color;
  }

  get isEmpty(): boolean {
    return this.#lines.every((line) => line === '');
  }

  get style(): TextStyle {
    return this.#style;
  }

  /** In the fewest lines for the room, which only a word without a place to break it exceeds. */
  wrap(room: number): Wrapped {
    const whole = this.#known.get(Infinity) ?? this.#wrap(Infinity);
    return whole.width <= room ? whole : (this.#known.get(room) ?? this.#wrap(room));
  }

  #wrap(room: number): Wrapped {
    const texts = this.#lines.flatMap((line, index) => this.#wrapLine(line, index === 0, room));
    const lines = texts.map((text, index) => this.#finish(keepIndent(text), index === 0));
    const wrapped = {
      lines,
      width: lines.reduce((most, { width }) => Math.max(most, width), 0),
      height: lines.length * this.#style.lineHeight,
    };
    this.#known.set(room, wrapped);
    return wrapped;
  }

  #wrapLine(line: string, isFirst: boolean, room: number): readonly string[] {
    const rest = (text: string): number => this.#widthOf(text, this.#style.isBold);
    const first = isFirst && this.#kind === 'request' ? (text: string): number => this.#finish(text, true).width : rest;
    const measure: Measure = { first, rest };
    return wrapText(line, room, measure, this.#kind === 'data' ? 'data' : 'prose');
  }

  #finish(line: string, isFirst: boolean): TextLine {
    const runs = this.#runsOf(line, isFirst);
    const width = runs.reduce((sum, { text, isBold }) => sum + this.#widthOf(text, isBold), 0);
    return { runs, width, isRtl: isRightToLeft(line) };
  }

  #runsOf(line: string, isFirst: boolean): readonly Run[] {
    const { isBold } = this.#style;
    const [found] = (isFirst && this.#kind === 'request' ? start.exec(line) : null) ?? [];
    if (found === undefined) return [{ text: line, isBold, color: this.#color }];
    // LibreOffice drops a blank between two runs.
    const rest = line.slice(found.length).replace(/^ /, '\u00A0');
    const lead = { text: found, isBold: true, color: isFault(found) ? 'threat' : this.#color };
    return rest === '' ? [lead] : [lead, { text: rest, isBold, color: this.#color }];
  }

  #widthOf(text: string, isBold: boolean): number {
    const { font, size } = this.#style;
    return textWidth(text, font === 'mono' ? 'mono' : isBold ? 'bold' : 'regular', size);
  }
}
