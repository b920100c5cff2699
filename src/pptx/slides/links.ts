/** Links to specifications, in one line. */
import type { PptxLink } from '../deck.js';
import type { Figure, Frame, TextRun } from '../shapes/index.js';

/** `right` and `bottom` are kept; in px. */
export function linksBox(links: readonly PptxLink[], frame: Frame, size: number, align: 'l' | 'r'): Figure {
  const base = { isBold: false, isMono: false, size };
  const runs = links.flatMap(({ name, url }, index): readonly TextRun[] => [
    ...(index === 0 ? [] : [{ ...base, text: '  ·  ', color: 'muted', href: '' }]),
    { ...base, text: name, color: 'accent', href: isWeb(url) ? url : '' },
  ]);
  return {
    kind: 'figure',
    ...{ name: 'Specifications', alt: '', href: '', click: null, frame, fill: null, line: null },
    form: { kind: 'text' },
    text: {
      paragraphs: [{ align, isRtl: false, runs, size, lineHeight: null }],
      anchor: 'ctr',
      insets: { left: 0, top: 0, right: 0, bottom: 0 },
    },
  };
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);
