/** Links to specifications, beside each other. */
import { textWidth } from '../../scene/index.js';
import type { PptxLink } from '../deck.js';
import type { Figure, Frame, TextRun } from '../shapes/index.js';

export interface LinksPlace {
  readonly frame: Frame;
  /** px. */
  readonly size: number;
  readonly align: 'l' | 'r';
  /** What has no room in them is left out, with an ellipsis. */
  readonly rows: number;
}

const BETWEEN = '  ·  ';
/** A theme's face may be wider than the one that is measured. */
const SLACK = 1.1;

/** In rows from the top of the frame; a name that is wider than a row sticks out. */
export function linksBox(links: readonly PptxLink[], { frame, size, align, rows: most }: LinksPlace): Figure {
  const base = { isBold: false, isMono: false, size };
  const dot: TextRun = { ...base, text: BETWEEN, color: 'muted', href: '' };
  const width = (names: readonly string[]): number => textWidth(names.join(BETWEEN), 'regular', size) * SLACK;
  const rows: PptxLink[][] = [];
  for (const link of links) {
    const last = rows.at(-1);
    const isFull = !last || width([...last, link].map(({ name }) => name)) > frame.right - frame.left;
    if (isFull && rows.length === most) {
      last?.push({ name: '…', url: '' });
      break;
    }
    if (isFull) rows.push([link]);
    else last.push(link);
  }
  const paragraphs = rows.map((row) => {
    const runs = row.flatMap(({ name, url }, index): readonly TextRun[] => [
      ...(index === 0 ? [] : [dot]),
      { ...base, text: name, color: isWeb(url) ? 'accent' : 'muted', href: isWeb(url) ? url : '' },
    ]);
    return { align, isRtl: false, runs, size, lineHeight: null };
  });
  return {
    kind: 'figure',
    ...{ name: 'Specifications', alt: '', href: '', click: null, frame, fill: null, line: null },
    form: { kind: 'text' },
    text: { paragraphs, anchor: 't', insets: { left: 0, top: 0, right: 0, bottom: 0 } },
  };
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);
