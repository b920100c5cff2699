/** A part of a text: offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a finder found, before samples and overlaps are left out. */
export interface Found extends Stretch {
  /** What it looks like: `a GitHub token`. */
  readonly type: string;
  /**
   * known: the form says what it is; credential: a password where passwords stand; data: a random value beside a secret's name
   * in a mapping, a header or a query; words: the same in a sentence; expired, example: JWTs.
   */
  readonly kind: 'known' | 'credential' | 'data' | 'words' | 'expired' | 'example';
}

/** The first group with text of a match of an expression with the flag `d`; without groups, the match. */
export function groupOf(match: RegExpExecArray): Stretch & { readonly value: string } {
  const index = match.findIndex((group, at) => at > 0 && Boolean(group));
  return groupAt(match, Math.max(index, 0));
}

export function groupAt(match: RegExpExecArray, index: number): Stretch & { readonly value: string } {
  const [start, end] = match.indices?.[index] ?? [match.index, match.index + match[0].length];
  return { start, end, value: match[index] ?? '' };
}
