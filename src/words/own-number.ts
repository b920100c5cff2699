/** Texts that begin with their number by themselves: a diagram says it once. */

interface Numbered {
  /** What is left to write before the text. */
  readonly number: string;
  readonly text: string;
}

/** `1. POST /token` of message 1 is `POST /token` with its number; `(1) POST /token` and `Step 1: …` have it, and stay. */
export function takeOwnNumber(number: string, text: string): Numbered {
  if (number === '') return { number, text };
  const [dotted] = new RegExp(`^${number}\\.\\s+(?=\\S)`).exec(text) ?? [];
  if (dotted !== undefined) return { number, text: text.slice(dotted.length) };
  const isThere = new RegExp(`^(?:(?:step\\s+)?${number}[.:)]|[([]${number}[\\])])\\s`, 'i').test(text);
  return { number: isThere ? '' : number, text };
}
