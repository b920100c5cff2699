/** What the target version of Mermaid can read, and how much text it accepts. */
import type { Diagnostic } from '../source/index.js';

/** The releases of Mermaid that introduced a feature; older ones refuse it or draw it differently. */
const since = {
  /** `<<->>` */
  bidirectional: [11, 0],
  /** `@{ "type": "database" }` */
  shapes: [11, 12],
  /** Labels with a shape: 11.12 draws the id instead (mermaid-js/mermaid#7136). */
  shapeLabels: [11, 13],
} as const;

type Feature = keyof typeof since;

/** The default target, which all hosts draw: GitLab was on 10.7 in 2025. */
const oldest = [10, 7];

/** The target of pictures: the oldest Mermaid that mermaid-cli, which draws them, comes with. */
export const pictureTarget = '11.14';

/** `target`: the oldest Mermaid that must draw the result, as `11.12`, or null. */
export function canRead(target: string | null, feature: Feature): boolean {
  const [major = 0, minor = 0] = target === null ? oldest : target.split('.').map(Number);
  const [needsMajor, needsMinor] = since[feature];
  return major > needsMajor || (major === needsMajor && minor >= needsMinor);
}

/** The release to name in a notice: `11.12`. */
export const releaseOf = (feature: Feature): string => since[feature].join('.');

/** UTF-16 units, without directives: Mermaid's default `maxTextSize`, which hosts keep. */
export const maxTextSize = 50_000;

/** Null where Mermaid accepts the size of `mermaid`; otherwise it draws an error instead. */
export function checkSize(mermaid: string): Diagnostic | null {
  const size = mermaid.replace(/^%%\{.*?\}%%\s*/s, '').length;
  if (size <= maxTextSize) return null;
  return {
    code: 'mermaid-size',
    severity: 'warning',
    message: `the Mermaid diagram has ${size} characters, and Mermaid draws an error for more than ${maxTextSize}`,
    hint: 'split the flow; pictures from authflow are not affected',
  };
}
