/** Markdown as Prettier would write it, so that it finds nothing to change in a block. */
import { alignTable } from './markdown-table.js';

/**
 * Aligns tables, and keeps Prettier off code that it would set anew. In an item of a list, no blank line parts a heading from
 * a list.
 */
export function steadyMarkdown(markdown: string, isMdx: boolean, isInItem: boolean): string {
  return markdown
    .split(/^(`{3,}[^]*?^`{3,}$)/m)
    .map((part) => {
      if (part.startsWith('```')) return guardCode(part, isMdx);
      const aligned = part.replace(/(?:^\|.*\|$\n?)+/gm, alignTable);
      return isInItem ? aligned.replace(/^(#{1,6} .*\n)\n(?=(?:[-*]|\d+\.) )/gm, '$1') : aligned;
    })
    .join('');
}

/** The languages that Prettier knows, as far as a page may hold them. */
const formatted = /^`+(?:ya?ml|json[5c]?|jsx?|javascript|tsx?|typescript|html|vue|s?css|less|graphql|markdown|mdx?)\b/;

function guardCode(fenced: string, isMdx: boolean): string {
  if (!formatted.test(fenced)) return fenced;
  return `${isMdx ? '{/* prettier-ignore */}' : '<!-- prettier-ignore -->'}\n${fenced}`;
}
