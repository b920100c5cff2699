/** Numbers messages in drawing order, and finds numbers that texts already contain. */
import type { Medium, Numbering, ScriptNumbering } from '../model/index.js';

interface Count {
  /** '' where messages are not numbered. */
  readonly number: string;
  /** Whether the number is written before the text. */
  readonly isLabel: boolean;
  /** Where the previous message is left out, the numbering with which Mermaid's badges must restart; otherwise null. */
  readonly restart: ScriptNumbering['autonumber'];
}

const isNumbered = ({ badge, label }: Numbering): boolean => badge || label;

export interface Counter {
  /** Mermaid's badge numbering of the following messages. The text diagram has no badges: its numbers are in the words. */
  readonly badge: () => ScriptNumbering['autonumber'];
  /** Numbers the next message; `isSaid`: whether it is also drawn. */
  readonly count: (isSaid: boolean) => Count;
  /** Changes the numbering of the following messages, from `numbering.start`. */
  readonly change: (numbering: Numbering) => void;
}

export function makeCounter(first: Numbering, medium: Medium): Counter {
  let numbering = first;
  let next = first.start;
  let hasGap = false;
  const badgeFrom = (start: number) =>
    numbering.badge && medium === 'mermaid' ? { start, step: numbering.step } : null;
  return {
    badge: () => badgeFrom(numbering.start),
    count(isSaid) {
      const restart = isSaid && hasGap ? badgeFrom(next) : null;
      hasGap = !isSaid;
      if (!isNumbered(numbering) && medium !== 'alt') return { number: '', isLabel: false, restart };
      const number = String(next);
      next += numbering.step;
      return { number, isLabel: medium === 'text' || (medium === 'mermaid' && numbering.label), restart };
    },
    change(to) {
      // A description numbers all messages: those without a number in the diagrams continue the count.
      if (medium === 'alt' && !isNumbered(to)) return;
      numbering = to;
      next = to.start;
      hasGap = false;
    },
  };
}

/** `A` to `Z`, then `AA`; numbers below 1 stay numbers. */
export function legOf(number: number): string {
  if (number < 1) return String(number);
  const before = Math.floor((number - 1) / 26);
  return (before > 0 ? legOf(before) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

interface Numbered {
  /** The number still to be written before the text, or ''. */
  readonly number: string;
  readonly text: string;
}

/** A number of the author's own with a letter or a part: `2a. `, `3.1) `. */
const ownNumber = /^\(?(?:\d{1,3}[a-z]|\d{1,3}(?:\.\d{1,2})+)[.:)]\s+(?=\S)/i;

/**
 * Avoids printing a number twice: `1. POST /token` as message 1 becomes `POST /token` with its number; `(1) POST /token` and
 * `Step 1: …` already contain it and stay as they are, and so does `2a. POST /token`, whichever message it is.
 */
export function takeOwnNumber(number: string, text: string): Numbered {
  if (number === '') return { number, text };
  const [dotted] = new RegExp(`^${number}\\.\\s+(?=\\S)`).exec(text) ?? [];
  if (dotted !== undefined) return { number, text: text.slice(dotted.length) };
  const isThere = new RegExp(`^(?:(?:step\\s+)?${number}[.:)]|[([]${number}[\\])])\\s`, 'i').test(text);
  return { number: isThere || ownNumber.test(text) ? '' : number, text };
}
