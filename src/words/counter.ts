/** Numbers messages in drawing order, and finds numbers that texts already contain. */
import type { Medium, Message, Numbering, ScriptNumbering } from '../model/index.js';

interface Count {
  /** '' where messages are not numbered. */
  readonly number: string;
  /** Whether the number is written before the text. */
  readonly isLabel: boolean;
  /** The numbering with which Mermaid's badges must restart before the message; null where they just go on. */
  readonly restart: ScriptNumbering['autonumber'];
}

const isNumbered = ({ badge, label }: Numbering): boolean => badge || label;

export interface Counter {
  /** Mermaid's badge numbering of the following messages. The text diagram has no badges: its numbers are in the words. */
  readonly badge: () => ScriptNumbering['autonumber'];
  /** Numbers the next message; `isSaid`: whether it is also drawn. */
  readonly count: (message: Message, isSaid: boolean) => Count;
  /** Changes the numbering of the following messages, from `numbering.start`. */
  readonly change: (numbering: Numbering) => void;
}

interface CounterOptions {
  readonly medium: Medium;
  /** The number of each message's phase. */
  readonly phases: ReadonlyMap<Message, number>;
  /** Whether the two messages of a redirect have one number, unless the author says it. */
  readonly oneForRedirects: boolean;
}

export function makeCounter(first: Numbering, { medium, phases, oneForRedirects }: CounterOptions): Counter {
  let numbering = first;
  /** The next number of each phase; without phases, of phase 0. */
  let next = new Map<number, number>();
  let last = '';
  let hasGap = false;
  const badgeFrom = (start: number) =>
    numbering.badge && !numbering.byPhase && medium === 'mermaid' ? { start, step: numbering.step } : null;
  const follow = (phase: number): number => {
    const number = next.get(phase) ?? numbering.start;
    next.set(phase, number + numbering.step);
    return number;
  };
  const isSecond = ({ redirectLeg }: Message): boolean =>
    redirectLeg === 'request' && last !== '' && (numbering.oneForRedirects ?? oneForRedirects);
  const numberOf = (message: Message): string => {
    if (isSecond(message)) return last;
    const phase = numbering.byPhase ? (phases.get(message) ?? 1) : 0;
    return (phase === 0 ? '' : `${phase}.`) + String(follow(phase));
  };
  return {
    badge: () => badgeFrom(numbering.start),
    count(message, isSaid) {
      const mustRestart = isSaid && (hasGap || isSecond(message));
      hasGap = !isSaid;
      if (!isNumbered(numbering) && medium !== 'alt') return { number: '', isLabel: false, restart: null };
      const number = numberOf(message);
      last = number;
      const isLabel =
        medium === 'text' || medium === 'picture' || (medium === 'mermaid' && (numbering.label || numbering.byPhase));
      return { number, isLabel, restart: mustRestart ? badgeFrom(Number(number)) : null };
    },
    change(to) {
      // A description numbers all messages: those without a number in the diagrams continue the count.
      if (medium === 'alt' && !isNumbered(to)) return;
      numbering = to;
      next = new Map();
      last = '';
      hasGap = false;
    },
  };
}

/** `A` to `Z`, then `AA`; numbers below 1, and those of a phase, stay numbers. */
export function legOf(number: string): string {
  return number.includes('.') ? number : lettersOf(Number(number));
}

function lettersOf(number: number): string {
  if (number < 1) return String(number);
  const before = Math.floor((number - 1) / 26);
  return (before > 0 ? lettersOf(before) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

interface Numbered {
  /** The number still to be written before the text, or ''. */
  readonly number: string;
  readonly text: string;
}

/** The number of the author's own, with a letter or a part: `2a` of `2a. fine`, `3.1` of `3.1) fine`; null where there is none. */
export const ownNumberOf = (text: string): string | null =>
  /^\(?(\d{1,3}[a-z]|\d{1,3}(?:\.\d{1,2})+)[.:)]\s+(?=\S)/i.exec(text)?.[1] ?? null;

/**
 * Avoids printing a number twice: `1. POST /token` as message 1 becomes `POST /token` with its number; `(1) POST /token` and
 * `Step 1: …` already contain it and stay as they are, and so does `2a. POST /token`, whichever message it is.
 */
export function takeOwnNumber(number: string, text: string): Numbered {
  if (number === '') return { number, text };
  const behind = text.startsWith(`${number}.`) ? text.slice(number.length + 1) : '';
  const [gap] = /^\s+(?=\S)/.exec(behind) ?? [];
  if (gap !== undefined) return { number, text: behind.slice(gap.length) };
  // The patterns are the same for all numbers, since V8 compiles each new one: that took a quarter of the time of long flows.
  const [, spelled = /^[([](\S+)[\])]\s/.exec(text)?.[1]] = /^(?:step\s+)?([^\s([]\S*)[.:)]\s/i.exec(text) ?? [];
  const isThere = spelled?.toLowerCase() === number.toLowerCase();
  return { number: isThere || ownNumberOf(text) !== null ? '' : number, text };
}
