/** Pieces of a flow file's shape. */
import type { Scalar } from '../syntax/index.js';

/** No place: an imported shape is written, not read. */
const nowhere = { source: { path: '', text: '' }, start: 0, end: 0 };

export const scalar = <T extends string | number | boolean>(value: T): Scalar<T> => ({
  value,
  text: String(value),
  span: nowhere,
});
