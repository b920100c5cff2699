/** Decides which of its data a note draws. */
import type { DrawnNames } from '../model/index.js';

/** What a note shows, and what stands for the rest. */
export interface Choice {
  readonly only: DrawnNames;
  readonly ellipsis: string;
}

/** RFCs put brackets around it, as figures have dots of their own. `legs`: in the text diagram's style `rfc`. */
export const chooseDrawn = (only: DrawnNames, legs: boolean): Choice => ({ only, ellipsis: legs ? '[…]' : '…' });

/** Nothing is left out. */
export const everything: Choice = chooseDrawn(null, false);

/** Names of header fields have no case (RFC 9110 §5.1), and other names do not differ by case alone. */
export const isDrawn = (name: string, { only }: Choice): boolean =>
  only === null || only.some((one) => one.toLowerCase() === name.toLowerCase());
