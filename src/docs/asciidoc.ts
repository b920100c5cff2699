/** Blocks of AsciiDoc. */
import type { Citation } from './citation.js';
import type { CitedFlow } from './cited-flow.js';
import { altText } from './picture.js';

/** A block of verbatim text: `style` stands above it, and no line in it is its delimiter. */
export function delimited(style: string, mark: '-' | '.', text: string): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  let delimiter = mark.repeat(4);
  while (lines.includes(delimiter)) delimiter += mark;
  return [...(style === '' ? [] : [`[${style}]`]), delimiter, ...lines, delimiter].join('\n');
}

/** One picture: AsciiDoc knows no other for dark pages. */
export function imageMacro(citation: Citation, { flow, pictures }: CitedFlow): string {
  const alt = altText(citation, flow).replaceAll('"', String.raw`\"`);
  const width = citation.width === null ? '' : `,width=${citation.width}`;
  return `image::${pictures.light}["${alt}"${width}]`;
}
