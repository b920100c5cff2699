/** Makes the items of a scene. */
import type { Item, Line, Path, Rect, Role, Stroke, TextItem, Token } from '../scene.js';
import { baselineOf } from '../text/index.js';
import type { TextLine, TextStyle, Wrapped } from '../text/index.js';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const stroke = (color: Token, width: number, look: Partial<Pick<Stroke, 'dash' | 'round'>> = {}): Stroke => ({
  color,
  width,
  dash: look.dash ?? '',
  round: look.round ?? false,
});

interface RectLook {
  readonly radius?: number;
  readonly fill?: Token | null;
  readonly stroke?: Stroke | null;
  readonly participant?: string;
}

export const rect = (role: Role, { left, top, right, bottom }: Box, look: RectLook): Rect => ({
  kind: 'rect',
  role,
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
  radius: look.radius ?? 0,
  fill: look.fill ?? null,
  stroke: look.stroke ?? null,
  ...(look.participant === undefined ? {} : { participant: look.participant }),
});

type Point = readonly [x: number, y: number];

export const line = (role: Role, [x1, y1]: Point, [x2, y2]: Point, look: Stroke, participant?: string): Line => ({
  kind: 'line',
  role,
  ...{ x1, y1, x2, y2 },
  stroke: look,
  ...(participant === undefined ? {} : { participant }),
});

interface PathLook {
  readonly fill?: Token;
  readonly stroke?: Stroke;
  readonly participant?: string;
}

/** `box`: what it covers, from its origin. */
export const path = (role: Role, [x, y]: Point, d: string, box: Path['box'], look: PathLook): Path => ({
  kind: 'path',
  role,
  ...{ x, y, d, box },
  fill: look.fill ?? null,
  stroke: look.stroke ?? null,
  ...(look.participant === undefined ? {} : { participant: look.participant }),
});

interface TextPlace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Where lines of a left-to-right text are; those of a right-to-left text are on the other side. */
  readonly align: 'start' | 'middle';
  readonly participant?: string;
}

/** One item a line. Empty lines take their height. */
export const textLines = (role: Role, { lines }: Wrapped, style: TextStyle, place: TextPlace): readonly TextItem[] =>
  lines.flatMap((one, index) => {
    if (one.width === 0) return [];
    const y = place.top + index * style.lineHeight + baselineOf(style);
    return [textLine(role, one, style, { ...place, y })];
  });

function textLine(
  role: Role,
  { runs, width, isRtl }: TextLine,
  { font, size, lineHeight }: TextStyle,
  { left, right, align, y, participant }: Omit<TextPlace, 'top'> & { readonly y: number },
): TextItem {
  const x = align === 'middle' ? (left + right) / 2 : isRtl ? right : left;
  return {
    kind: 'text',
    role,
    ...{ x, y, anchor: align, font, size, lineHeight, runs, isRtl, width },
    ...(participant === undefined ? {} : { participant }),
  };
}

/** The line boxes of texts, which interrupt what stands behind them. */
export const boxesOf = (items: readonly Item[]): readonly Box[] =>
  items.flatMap((item): readonly Box[] => {
    if (item.kind === 'link') return boxesOf(item.items);
    if (item.kind !== 'text') return [];
    const { x, y, anchor, width, size, lineHeight, isRtl } = item;
    const before = anchor === 'middle' ? width / 2 : (anchor === 'end') === isRtl ? 0 : width;
    const left = x - before;
    const top = y - 0.355 * size - lineHeight / 2;
    return [{ left, right: left + width, top, bottom: top + lineHeight }];
  });
