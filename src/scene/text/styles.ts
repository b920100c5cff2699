/** The type of pictures: sizes and line heights in px. */
import type { Font, Token } from '../scene.js';

export interface TextStyle {
  readonly font: Font;
  readonly size: number;
  readonly lineHeight: number;
  readonly isBold: boolean;
  readonly color: Token;
}

const sans = (size: number, lineHeight: number, color: Token): TextStyle => ({
  font: 'sans',
  size,
  lineHeight,
  isBold: false,
  color,
});
const bold = (size: number, lineHeight: number, color: Token): TextStyle => ({
  ...sans(size, lineHeight, color),
  isBold: true,
});

export const styles = {
  label: sans(14, 19, 'ink'),
  head: bold(14, 18, 'head-text'),
  /** A name at the foot, or repeated. */
  name: bold(12, 16, 'head-text'),
  headLink: sans(12, 16, 'accent'),
  zone: bold(12, 16, 'ink'),
  note: sans(13, 18, 'note-text'),
  data: { ...sans(12.5, 18, 'code-text'), font: 'mono' },
  phase: bold(13, 18, 'ink'),
  nestedPhase: bold(13, 18, 'muted'),
  operator: bold(11.5, 16, 'pill-text'),
  branch: bold(13, 18, 'branch-text'),
  delay: sans(13, 18, 'muted'),
  ref: sans(13, 18, 'note-text'),
  badge: bold(11, 14, 'digits'),
  tag: bold(11, 14, 'threat'),
  /** That a frame goes on in the next part. */
  continues: sans(12, 18, 'muted'),
  legend: sans(12, 18, 'muted'),
  heading: bold(20, 28, 'title'),
  summary: sans(14, 20, 'muted'),
} as const satisfies Readonly<Record<string, TextStyle>>;

/** From the top of a line to its baseline. */
export const baselineOf = ({ lineHeight, size }: Pick<TextStyle, 'lineHeight' | 'size'>): number =>
  lineHeight / 2 + 0.355 * size;
