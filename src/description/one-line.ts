/** A sentence has no lines. */
export const oneLine = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ').trim();
