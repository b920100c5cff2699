/** Reads SVG path data (SVG 2, 9.3) as moves, lines and cubic Béziers: DrawingML's arcs are drawn differently by every program. */

export type Point = readonly [x: number, y: number];

/** Its last point is where it ends. */
export type Segment =
  | { readonly kind: 'move' | 'line'; readonly points: readonly [Point] }
  | { readonly kind: 'cubic'; readonly points: readonly [Point, Point, Point] }
  | { readonly kind: 'close'; readonly points: readonly [] };

export const move = (x: number, y: number): Segment => ({ kind: 'move', points: [[x, y]] });
export const line = (x: number, y: number): Segment => ({ kind: 'line', points: [[x, y]] });
export const close: Segment = { kind: 'close', points: [] };
const cubic = (one: Point, other: Point, end: Point): Segment => ({ kind: 'cubic', points: [one, other, end] });

/** How many numbers a command takes. */
const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 };

/** @throws Error for a command that no scene has */
export function segmentsOf(d: string, [left, top]: Point = [0, 0]): readonly Segment[] {
  const pen = new Pen(left, top);
  for (const [, command = '', written = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = [...written.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([number]) => Number(number));
    const name = command.toUpperCase();
    const count = counts[name];
    if (count === undefined) throw new Error(`a path has the command ${command}`);
    if (count === 0) pen.close();
    for (let at = 0; count > 0 && at + count <= numbers.length; at += count)
      pen.draw(name === 'M' && at > 0 ? 'L' : name, command !== name, numbers.slice(at, at + count));
  }
  return pen.segments;
}

class Pen {
  readonly segments: Segment[] = [];
  #at: Point = [0, 0];
  #start: Point = [0, 0];
  /** The second control point of the last curve; for a smooth one. */
  #control: Point | null = null;

  constructor(
    private readonly left: number,
    private readonly top: number,
  ) {}

  close(): void {
    this.segments.push(close);
    this.#at = this.#start;
    this.#control = null;
  }

  draw(command: string, isRelative: boolean, values: readonly number[]): void {
    const [x, y] = this.#at;
    const point = (index: number): Point => {
      const [across = 0, down = 0] = values.slice(index);
      return isRelative ? [x + across, y + down] : [across, down];
    };
    const [first = 0] = values;
    switch (command) {
      case 'M':
        this.#start = point(0);
        this.#add({ kind: 'move', points: [this.#placed(point(0))] }, point(0));
        break;
      case 'H':
        this.#line([isRelative ? x + first : first, y]);
        break;
      case 'V':
        this.#line([x, isRelative ? y + first : first]);
        break;
      case 'C':
        this.#curve(point(0), point(2), point(4));
        break;
      case 'S':
        this.#curve(this.#control ? reflected(this.#control, this.#at) : this.#at, point(0), point(2));
        break;
      case 'Q': {
        const [middle, end] = [point(0), point(2)];
        this.#curve(between(this.#at, middle), between(end, middle), end);
        break;
      }
      case 'A':
        for (const [one, other, end] of arcsOf(this.#at, values, point(5))) this.#curve(one, other, end);
        break;
      default:
        this.#line(point(0));
    }
  }

  #line(to: Point): void {
    this.#add({ kind: 'line', points: [this.#placed(to)] }, to);
  }

  #curve(one: Point, other: Point, end: Point): void {
    this.#add(cubic(this.#placed(one), this.#placed(other), this.#placed(end)), end);
    this.#control = other;
  }

  #add(segment: Segment, at: Point): void {
    this.segments.push(segment);
    this.#at = at;
    this.#control = null;
  }

  readonly #placed = ([x, y]: Point): Point => [this.left + x, this.top + y];
}

const reflected = ([x, y]: Point, [acrossX, acrossY]: Point): Point => [2 * acrossX - x, 2 * acrossY - y];

/** A quadratic curve's control point, for a cubic one. */
const between = ([x, y]: Point, [toX, toY]: Point): Point => [x + ((toX - x) * 2) / 3, y + ((toY - y) * 2) / 3];

/** An elliptic arc without a turn, as curves of at most a quarter (SVG 2, B.2). */
function arcsOf(from: Point, values: readonly number[], to: Point): readonly (readonly [Point, Point, Point])[] {
  const [givenX = 0, givenY = 0, , isLarge = 0, isSweep = 0] = values;
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  if (givenX === 0 || givenY === 0 || (dx === 0 && dy === 0)) return [[from, to, to]];
  const grow = Math.max(1, Math.sqrt((dx / givenX) ** 2 + (dy / givenY) ** 2));
  const [rx, ry] = [Math.abs(givenX) * grow, Math.abs(givenY) * grow];
  const [x, y] = [dx / rx, dy / ry];
  const length = x ** 2 + y ** 2;
  const away = (isLarge === isSweep ? -1 : 1) * Math.sqrt(Math.max(0, (1 - length) / length));
  const [cx, cy] = [away * y, -away * x];
  const middle: Point = [(from[0] + to[0]) / 2 + cx * rx, (from[1] + to[1]) / 2 + cy * ry];
  const start = Math.atan2(y - cy, x - cx);
  let turn = Math.atan2(-y - cy, -x - cx) - start;
  if (isSweep !== 0 && turn < 0) turn += 2 * Math.PI;
  if (isSweep === 0 && turn > 0) turn -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-6));
  const reach = (4 / 3) * Math.tan(turn / parts / 4);
  const at = (angle: number, out: number): Point => [
    middle[0] + rx * (Math.cos(angle) - out * Math.sin(angle)),
    middle[1] + ry * (Math.sin(angle) + out * Math.cos(angle)),
  ];
  return Array.from({ length: parts }, (_, index) => {
    const [first, last] = [start + (turn * index) / parts, start + (turn * (index + 1)) / parts];
    return [at(first, reach), at(last, -reach), index === parts - 1 ? to : at(last, 0)];
  });
}

/** A rectangle, clockwise from its upper left corner. */
export function roundedRect({ left, top, right, bottom }: Frame, radius: number): readonly Segment[] {
  const r = Math.min(radius, (right - left) / 2, (bottom - top) / 2);
  if (r <= 0) return [move(left, top), line(right, top), line(right, bottom), line(left, bottom), close];
  const [w, h] = [right - left - 2 * r, bottom - top - 2 * r];
  const arc = (x: number, y: number): string => `a${r} ${r} 0 0 1 ${x} ${y}`;
  return segmentsOf(`M${r} 0h${w}${arc(r, r)}v${h}${arc(-r, r)}h${-w}${arc(-r, -r)}v${-h}${arc(r, -r)}z`, [left, top]);
}

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the points of segments cover. */
export function frameOf(segments: readonly Segment[]): Frame {
  const points = segments.flatMap((segment): readonly Point[] => segment.points);
  const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down) };
}
