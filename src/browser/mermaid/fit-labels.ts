/**
 * Breaks labels that are wider than Mermaid's room for them: a note over several participants is only as wide as the distance of
 * their lifelines, and a box as wide as its participants. Mermaid can wrap a note itself; what is still too wide is measured
 * after drawing, and broken for another drawing.
 *
 * This file finds the labels by regular expressions in the Mermaid that authflow printed, because the browser gets
 * only that text: an author's templates may have changed it, so no model describes it. The expressions match the
 * lines that templates/mermaid/{note,box}.hbs print, and leave any other line as it is. This goes when authflow draws its
 * own pictures and makes room for labels itself.
 */
import type { Page } from 'puppeteer';
import { cutEnds } from '../../source/index.js';

/** A note over two participants, as authflow prints it. */
const SPANNING_NOTE = /^([ \t]*Note over [^:,\n\r\u2028\u2029]+,[^:,\n\r\u2028\u2029]+: ?)(\S.*)$/gim;

/**
 * Mermaid hyphenates words that don't fit on a line of their own, breaks inside its own entities, and joins the words
 * around a line break.
 */
const isProse = (text: string): boolean => !/[#&%<]/.test(text) && text.split(' ').every((word) => word.length <= 20);

/**
 * Lets Mermaid wrap a note over several participants that has one long line; other notes stay as they are. What it
 * can't wrap, {@link fitLabels} breaks, which takes a second drawing.
 *
 * @see https://mermaid.js.org/syntax/sequenceDiagram.html, `wrap:`
 */
export const wrapSpanningNotes = (mermaid: string): string =>
  mermaid.replaceAll(SPANNING_NOTE, (line, start: string, text: string) =>
    isProse(text) ? `${start}wrap:${text}` : line,
  );

/** The length of a label's line in UTF-16 units, and the offsets where it must be broken. */
interface DrawnLine {
  readonly length: number;
  readonly cuts: readonly number[];
}

type DrawnLabel = readonly DrawnLine[];

interface DrawnLabels {
  readonly notes: readonly DrawnLabel[];
  readonly boxes: readonly DrawnLabel[];
}

/** Labels as authflow prints them, in the order in which Mermaid draws them. */
const NOTE = /^([ \t]*Note [^:\n\r\u2028\u2029]+: ?)(\S.*)$/gim;
const BOX = /^([ \t]*box (?:\w+\([^)\n\r\u2028\u2029]*\)|\S+) )(\S.*)$/gm;

/**
 * The same Mermaid with line breaks wherever a line leaves its note or its box.
 *
 * @param mermaid the Mermaid drawn last, which is still in the page
 */
export async function fitLabels(mermaid: string, page: Page): Promise<string> {
  const { notes, boxes } = (await page.evaluate(MEASURE)) as DrawnLabels;
  return breakLabels(breakLabels(mermaid, NOTE, notes), BOX, boxes);
}

function breakLabels(mermaid: string, label: RegExp, drawn: readonly DrawnLabel[]): string {
  const next = drawn.values();
  return mermaid.replaceAll(
    label,
    (_, start: string, text: string) => start + breakLabel(text, next.next().value ?? []),
  );
}

/** Leaves a label alone that was not drawn as written, for example because Mermaid wrapped it. */
function breakLabel(text: string, drawn: DrawnLabel): string {
  const lines = text.split(/<br ?\/?>/i).map((line) => line.match(/#\w+;|[^]/g) ?? []);
  if (lines.length !== drawn.length || lines.some(({ length }, index) => length !== drawn[index]?.length)) return text;
  return lines.flatMap((units, index) => piecesOf(units, drawn[index]?.cuts ?? [])).join('<br/>');
}

const piecesOf = (units: readonly string[], cuts: readonly number[]): readonly string[] =>
  [...cuts, units.length].map((cut, index) =>
    // No-break spaces are indentation.
    cutEnds(units.slice(cuts[index - 1] ?? 0, cut).join(''), ' \t'),
  );

/**
 * Breaks a line at spaces, into parts of similar width; otherwise where an address or a name can be broken; otherwise before
 * the first letter that does not fit.
 */
const MEASURE = `(() => {
  const margin = 8;
  const cutsOf = (text, room) => {
    const letters = text.textContent;
    if (text.getNumberOfChars() !== letters.length) return [];
    const widthOf = (from, to) => (to > from ? text.getSubStringLength(from, to - from) : 0);
    const isWide = (from, to) => widthOf(from, to) > room;
    const ends = Array.from(new Intl.Segmenter().segment(letters), ({ index, segment }) => index + segment.length);
    const isSpace = (end) => letters[end - 1] === ' ';
    const isJoint = (end) => /[=/.:,;_-]$/.test(letters.slice(0, end)) && !/^[/.:]/.test(letters.slice(end));
    const isQuery = (end) => /^[?&]/.test(letters.slice(end));
    const cuts = [];
    for (let start = 0; isWide(start, letters.length); start = cuts.at(-1)) {
      const later = ends.filter((end) => end > start && end < letters.length);
      if (later.length === 0) break;
      const fitting = later.filter((end) => !isWide(start, end));
      const whole = widthOf(start, letters.length);
      const even = whole / Math.ceil(whole / room) + room / 8;
      cuts.push(
        fitting.findLast((end) => isSpace(end) && widthOf(start, end) <= even) ??
          fitting.findLast(isSpace) ??
          fitting.findLast((end) => isQuery(end) || isJoint(end)) ??
          fitting.at(-1) ??
          later[0],
      );
    }
    return cuts;
  };
  const linesOf = (rect) => {
    const room = rect.getBBox().width - 2 * margin;
    const texts = Array.from(rect.parentElement.querySelectorAll(':scope > text'));
    return texts.map((text) => ({ length: text.textContent.length, cuts: cutsOf(text, room) }));
  };
  const all = (selector) => Array.from(document.querySelectorAll('#container svg ' + selector), linesOf);
  // Mermaid puts each box below the one before.
  return { notes: all('rect.note'), boxes: all('rect.rect:has(~ text)').reverse() };
})()`;
