/** Markdown as Prettier would write it, so that it finds nothing to change in a block. */
import { alignTable } from './markdown-table.js';

/** Aligns tables, and keeps Prettier off code that it would set anew. */
export function steadyMarkdown(markdown: string, isMdx: boolean): string {
  return markdown
    .split(/^(`{3,}[^]*?^`{3,}$)/m)
    .map((part) => (part.startsWith('```') ? guardCode(part, isMdx) : part.replace(/(?:^\|.*\|$\n?)+/gm, alignTable)))
    .join('');
}

/** The languages that Prettier knows, as far as a page may hold them. */
const formatted = /^`+(?:ya?ml|json[5c]?|jsx?|javascript|tsx?|typescript|html|vue|s?css|less|graphql|markdown|mdx?)\b/;

function guardCode(fenced: string, isMdx: boolean): string {
  if (!formatted.test(fenced)) return fenced;
  return `${isMdx ? '{/* prettier-ignore */}' : '<!-- prettier-ignore -->'}\n${fenced}`;
}
