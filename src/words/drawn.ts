/** Decides which of its data a note draws. */
import type { DrawnNames } from '../model/index.js';

/** Stands for what a note does not show. */
export const ellipsis = '…';

/** Names of header fields have no case (RFC 9110 §5.1), and other names do not differ by case alone. */
export const isDrawn = (name: string, only: DrawnNames): boolean =>
  only === null || only.some((one) => one.toLowerCase() === name.toLowerCase());
