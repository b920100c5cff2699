/** Writes numbers and attributes. */

/** Up to two decimals. The same on every machine, without `-0` and exponents. Throws for what no picture can have. */
export function num(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a picture has the length ${value}`);
  return String(Math.round(value * 100) / 100 + 0);
}

/** ` name="value"`, with a value that needs no escape. */
export const attribute = (name: string, value: string | number): string =>
  ` ${name}="${typeof value === 'number' ? num(value) : value}"`;
