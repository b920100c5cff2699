/** Values of a flow file's shape, which is written and was never read. */
import type { Scalar } from '../syntax/index.js';

const nowhere = { source: { path: '', text: '' }, start: 0, end: 0 };

export const scalar = <T extends string | number | boolean>(value: T): Scalar<T> => ({
  value,
  text: String(value),
  span: nowhere,
});

/** A text that has no variables. */
export const textScalar = (text: string): Scalar => scalar(escapeVariables(text));

/** A text as a flow file writes it: what looks like one of its variables is doubled. */
export const escapeVariables = (text: string): string => text.replace(/\$\{(?=[A-Za-z_]\w*\})|(?<=\$)\$\{/g, '$$$${');
