/** Makes labels of lines of text. */
import type { Run, TextItem } from '../scene/index.js';
import type { Style } from './cell.js';
import { escapeHtml } from './escape.js';
import type { Colors } from './colors.js';

export interface Label {
  /** HTML; '' without lines. */
  readonly html: string;
  readonly style: Style;
}

/** Bold, in draw.io's bits. */
const BOLD = 1;

/** One label of all lines. Its style is that of the first line; where a run differs, the HTML says so. */
export function labelOf(lines: readonly TextItem[], colors: Colors): Label {
  const [first] = lines;
  const base = first?.runs.at(-1);
  if (!first || !base) return { html: '', style: {} };
  return {
    html: lines.map((line) => lineHtml(line, base, colors)).join('<br>'),
    style: {
      fontSize: first.size,
      fontFamily: colors.font(first.font),
      fontColor: colors.of(base.color),
      fontStyle: base.isBold ? BOLD : 0,
      align: alignOf(first),
    },
  };
}

export const alignOf = ({ anchor, isRtl }: TextItem): 'left' | 'center' | 'right' => {
  if (anchor === 'middle') return 'center';
  return (anchor === 'start') === isRtl ? 'right' : 'left';
};

function lineHtml({ runs, isRtl }: TextItem, base: Run, colors: Colors): string {
  const html = runs.map((run) => runHtml(run, base, colors)).join('');
  // draw.io's own `textDirection` would turn the alignment round as well.
  return isRtl ? `<span dir="rtl">${html}</span>` : html;
}

function runHtml({ text, isBold, color }: Run, base: Run, colors: Colors): string {
  const html = escapeHtml(text);
  const tinted = color === base.color ? html : `<font color="${colors.of(color)}">${html}</font>`;
  if (isBold === base.isBold) return tinted;
  return isBold ? `<b>${tinted}</b>` : `<span style="font-weight: normal">${tinted}</span>`;
}
