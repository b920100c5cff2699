/** Writes the geometry of figures. */
import { el } from '../xml/index.js';
import type { Frame, Point } from './path-data.js';
import type { Figure, Form, Outline, Post } from './shape.js';
import { emu } from './slide-ink.js';
import type { SlideInk } from './slide-ink.js';

/** Where a figure is, in EMU. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly cx: number;
  readonly cy: number;
}

/** Edges are rounded, so that figures with a common edge keep it. A post has a whole middle, which its lifeline is at. */
export function placeOf({ frame, form }: Pick<Figure, 'frame' | 'form'>, by: Pick<SlideInk, 'scale'>): Place {
  const [x, y, right, bottom] = [frame.left, frame.top, frame.right, frame.bottom].map((px) => emu(px, by)) as [
    ...[number, number, number, number],
  ];
  const cx = Math.max(0, right - x);
  return { x, y, cx: form.kind === 'post' ? cx + (cx % 2) : cx, cy: Math.max(0, bottom - y) };
}

export function printForm(form: Form, frame: Frame, place: Place, by: SlideInk): string {
  switch (form.kind) {
    case 'text':
      return preset('rect');
    case 'ellipse':
      return preset('ellipse');
    case 'rect': {
      const least = Math.min(frame.right - frame.left, frame.bottom - frame.top);
      if (form.radius <= 0 || least <= 0) return preset('rect');
      const adj = Math.round(Math.min(0.5, form.radius / least) * 100_000);
      return preset('roundRect', el('a:gd', { name: 'adj', fmla: `val ${adj}` }));
    }
    case 'paths':
      return custom({ guides: '', sites: '', rect: whole, paths: form.paths }, place, by);
    case 'post':
      return custom(postParts(form, place, by), place, by);
  }
}

const preset = (prst: string, guides = ''): string => el('a:prstGeom', { prst }, el('a:avLst', {}, guides));

const whole = el('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' });

interface CustomParts {
  readonly guides: string;
  readonly sites: string;
  readonly rect: string;
  readonly paths: readonly Outline[];
}

const custom = ({ guides, sites, rect, paths }: CustomParts, place: Place, by: SlideInk): string =>
  el(
    'a:custGeom',
    {},
    el('a:avLst'),
    el('a:gdLst', {}, guides),
    el('a:ahLst'),
    el('a:cxnLst', {}, sites),
    rect,
    el('a:pathLst', {}, ...paths.map((path) => printOutline(path, place, by))),
  );

function printOutline({ segments, isFilled, isStroked }: Outline, { x, y, cx, cy }: Place, by: SlideInk): string {
  const at = ([across, down]: Point): string => el('a:pt', { x: emu(across, by) - x, y: emu(down, by) - y });
  const names = { move: 'a:moveTo', line: 'a:lnTo', cubic: 'a:cubicBezTo', close: 'a:close' } as const;
  return el(
    'a:path',
    { w: cx, h: cy, fill: isFilled ? undefined : 'none', stroke: isStroked ? undefined : 0 },
    ...segments.map(({ kind, points }) => el(names[kind], {}, ...points.map((point) => at(point)))),
  );
}

/**
 * Sites in the order of a rectangle's, which programs know, and then those of messages: so far from the middle, and at their part of
 * the height, so that they stay on the lifeline when someone makes it longer.
 */
function postParts({ headBottom, sites, paths }: Post, { x, y, cx, cy }: Place, by: SlideInk): CustomParts {
  const part = (name: string, px: number): string =>
    el('a:gd', { name, fmla: `*/ h ${emu(px, by) - y} ${Math.max(1, cy)}` });
  const off = (name: string, px: number): string => el('a:gd', { name, fmla: `+- hc ${emu(px, by) - x - cx / 2} 0` });
  const site = (ang: string | number, across: string, down: string): string =>
    el('a:cxn', { ang }, el('a:pos', { x: across, y: down }));
  return {
    guides: [
      part('hb', headBottom),
      el('a:gd', { name: 'hm', fmla: '*/ hb 1 2' }),
      ...sites.map(({ at: [across, down] }, index) => off(`x${index}`, across) + part(`y${index}`, down)),
    ].join(''),
    sites: [
      ...[site('3cd4', 'hc', 't'), site('cd2', 'l', 'hm'), site('cd4', 'hc', 'hb'), site(0, 'r', 'hm')],
      ...sites.map(({ isLeft }, index) => site(isLeft ? 'cd2' : 0, `x${index}`, `y${index}`)),
    ].join(''),
    rect: el('a:rect', { l: 'l', t: 't', r: 'r', b: 'hb' }),
    paths,
  };
}
