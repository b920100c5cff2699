/** Draws arrows and the loops of self-messages. */
import type { Arrow } from '../../model/index.js';
import { loop } from '../metrics.js';
import type { Item, Path, Stroke } from '../scene.js';
import { line, path, stroke } from './shapes.js';

/** A filled head ends the line before its tip. */
const FILLED = 8;
/** The cross of a lost message, before the lifeline. */
const LOST = 11;

/** From `tail` to `tip`, both on the line of the arrow. */
export function drawArrow(tail: number, tip: number, y: number, arrow: Arrow, look: Stroke): readonly Item[] {
  const out = Math.sign(tip - tail) || 1;
  const isFilled = arrow.head === 'filled';
  const end = tip - out * (isFilled ? FILLED : arrow.head === 'cross' ? LOST : 0);
  const start = arrow.both ? tail + out * (FILLED + 1) : tail;
  return [
    line('arrow', [start, y], [end, y], look),
    ...headAt(tip, y, out, arrow, look),
    ...(arrow.both ? headAt(tail + out, y, -out, arrow, look) : []),
  ];
}

/** `out`: 1 for a head that points right, -1 for one that points left. */
function headAt(tip: number, y: number, out: number, { head }: Arrow, look: Stroke): readonly Path[] {
  const side = out > 0 ? '-' : '';
  switch (head) {
    case 'filled':
      return [path('arrow-head', [tip, y], `M0 0l${side}9 -4.5v9z`, sided(out, 9, 4.5), { fill: look.color })];
    case 'async': {
      const [back, forth] = out > 0 ? ['-8', '8'] : ['8', '-8'];
      return [
        path('arrow-head', [tip, y], `M${back} -5l${forth} 5l${back} 5`, sided(out, 8, 5), {
          stroke: stroke(look.color, 1.6, { round: true }),
        }),
      ];
    }
    case 'cross':
      return [
        path('arrow-head', [tip - out * LOST, y], 'M-5 -5l10 10M5 -5l-10 10', [-5, -5, 5, 5], {
          stroke: stroke('threat', 2, { round: true }),
        }),
      ];
    case 'open':
      return [];
  }
}

const sided = (out: number, length: number, half: number): Path['box'] =>
  out > 0 ? [-length, -half, 0, half] : [0, -half, length, half];

interface LoopPlace {
  /** The lifeline, and the top of the loop. */
  readonly x: number;
  readonly y: number;
  /** How far bars reach where the loop leaves the lifeline, and where it returns. */
  readonly leaves: number;
  readonly returns: number;
  readonly isLeft: boolean;
}

export function drawLoop({ x, y, leaves, returns, isLeft }: LoopPlace, arrow: Arrow, look: Stroke): readonly Item[] {
  const out = isLeft ? -1 : 1;
  const turn = 4;
  const far = Math.max(leaves, returns) + loop.width;
  const down = loop.height - 2 * turn;
  const start = leaves + (arrow.both ? FILLED : 0);
  const end = returns + 1 + (arrow.head === 'filled' ? 6 : arrow.head === 'cross' ? LOST : 0);
  const sweep = isLeft ? 0 : 1;
  const arc = (dx: number): string => `a${turn} ${turn} 0 0 ${sweep} ${out * dx} ${turn}`;
  const d = `M0 0h${out * (far - turn - start)}${arc(turn)}v${down}${arc(-turn)}h${-out * (far - turn - end)}`;
  const box: Path['box'] = isLeft ? [start - far, 0, 0, loop.height] : [0, 0, far - start, loop.height];
  const small = arrow.head === 'filled';
  const bottom = y + loop.height;
  const tip = x + out * (returns + 1);
  const heads = small
    ? [smallHead(tip, bottom, out, look), ...(arrow.both ? [smallHead(x + out * (leaves + 1), y, out, look)] : [])]
    : headAt(tip, bottom, -out, arrow, look);
  return [path('arrow', [x + out * start, y], d, box, { stroke: { ...look, round: true } }), ...heads];
}

/** Points back to the lifeline. */
const smallHead = (tip: number, y: number, out: number, look: Stroke): Path =>
  path('arrow-head', [tip, y], out > 0 ? 'M0 0l8 -4v8z' : 'M0 0l-8 -4v8z', sided(-out, 8, 4), { fill: look.color });
