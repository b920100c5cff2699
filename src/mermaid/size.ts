/** Mermaid's limit on a diagram's text. */
import type { Diagnostic } from '../source/index.js';

/** UTF-16 units, without directives: `maxTextSize` of Mermaid's defaults, which hosts keep. */
export const maxTextSize = 50_000;

/** Null where Mermaid will draw `mermaid`; else it draws an error in its place. */
export function checkSize(mermaid: string): Diagnostic | null {
  const size = mermaid.replace(/^%%\{.*?\}%%\s*/s, '').length;
  if (size <= maxTextSize) return null;
  return {
    code: 'mermaid-size',
    severity: 'warning',
    message: `the Mermaid diagram has ${size} characters, and Mermaid draws an error for more than ${maxTextSize}`,
    hint: 'split the flow; pictures are not concerned',
  };
}
