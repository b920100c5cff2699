/** The marks before texts: what a message means, or that it is a redirect. Each is 12 px wide and high. */
import type { Tone } from '../../model/index.js';
import type { Path, Token } from '../scene.js';
import { path, stroke } from './shapes.js';

const drawings: Readonly<Record<Tone | 'redirect', string>> = {
  redirect: 'M1.5 2v3.2a2.8 2.8 0 0 0 2.8 2.8h6M7.4 4.9l3.1 3.1l-3.1 3.1',
  danger: 'M.8 6a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0 -10.4 0zM6 3.2v3.2M6 8.7h.01',
  success: 'M1.2 6.6l3.2 3.2l6.2 -7.4',
  muted: 'M.8 6.8c1.7 -2.8 3.4 -2.8 5.2 0s3.5 2.8 5.2 0',
  accent: 'M6 .9l1.5 3.4l3.7 .4l-2.8 2.5l.8 3.7l-3.2 -1.9l-3.2 1.9l.8 -3.7l-2.8 -2.5l3.7 -.4z',
};

/** In the middle of a line of this height. */
export const markPath = (mark: Tone | 'redirect', x: number, top: number, lineHeight: number, color: Token): Path =>
  path('mark', [x, top + (lineHeight - 12) / 2], drawings[mark], [0, 0, 12, 12], {
    stroke: stroke(color, 1.6, { round: true }),
  });

/** A triangle with an exclamation mark, for threats and findings. */
export const warningPath = (x: number, y: number): Path =>
  path('mark', [x, y], 'M6 1.5l5 9h-10zM6 4.8v2.6M6 9h.01', [0, 0, 12, 12], {
    stroke: stroke('threat', 1.3, { round: true }),
  });
