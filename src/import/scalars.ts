/** Makes values for a flow file's shape that was built, not read from a file. */
import type { Scalar } from '../syntax/index.js';

const nowhere = { source: { path: '', text: '' }, start: 0, end: 0 };

export const scalar = <T extends string | number | boolean>(value: T): Scalar<T> => ({
  value,
  text: String(value),
  span: nowhere,
});

/** A text without variables. */
export const textScalar = (text: string): Scalar => scalar(escapeVariables(text));

/** Escapes a text for a flow file: the dollar of anything that looks like a variable is doubled. */
export const escapeVariables = (text: string): string =>
  text.replace(/\$\{(?=(?:[A-Za-z_]\w*|step:[A-Za-z][\w-]*)\})|(?<=\$)\$\{/g, '$$$${');
