/** Formats Markdown as Prettier does, so that Prettier changes nothing in a block. */
import { widthOf } from '../../text-diagram/index.js';

/**
 * Aligns tables, and stops Prettier from formatting code. In a list item, no blank line separates a heading from
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

/** The languages in pages that Prettier would format. */
const formatted = /^`+(?:ya?ml|json[5c]?|jsx?|javascript|tsx?|typescript|html|vue|s?css|less|graphql|markdown|mdx?)\b/;

function guardCode(fenced: string, isMdx: boolean): string {
  if (!formatted.test(fenced)) return fenced;
  return `${isMdx ? '{/* prettier-ignore */}' : '<!-- prettier-ignore -->'}\n${fenced}`;
}

/** Pads the columns of a GFM table (§4.10) to their widest cell. */
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
