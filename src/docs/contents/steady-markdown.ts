/** Markdown as Prettier would write it, so that it finds nothing to change in a block. */
import { widthOf } from '../../text-diagram/index.js';

/**
 * Aligns tables, and keeps Prettier off code that it would set anew. In an item of a list, no blank line parts a heading from
 * a list.
 */
export function steadyMarkdown(
  markdown: string,
  { isMdx, isInItem }: { readonly isMdx: boolean; readonly isInItem: boolean },
): string {
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

/** A table of GFM (§4.10) with columns as wide as their widest cell. */
function alignTable(table: string): string {
  const rows = table.trimEnd().split('\n').map(cellsOf);
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row, index) => (index === 1 ? 3 : widthOf(row[column] ?? '')))),
  );
  const lines = rows.map((row, index) =>
    widths.map((width, column) => (index === 1 ? '-'.repeat(width) : pad(row[column] ?? '', width))),
  );
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n') + (table.endsWith('\n') ? '\n' : '');
}

const cellsOf = (line: string): string[] =>
  line
    .trimEnd()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const pad = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text));
