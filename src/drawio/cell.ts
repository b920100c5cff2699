/** What a page of draw.io holds: cells, each with its label, its style and its place. Lengths are px. */

/** `key=value;` of draw.io. Later keys take precedence; null leaves one out. */
export type Style = Readonly<Record<string, string | number | null>>;

export type Cell = Vertex | Edge;

interface CellBase {
  /** Unique in its page. The same in every run, and as long as its step or participant has its id. */
  readonly id: string;
  /** The cell that it moves with: {@link LAYER} for none. */
  readonly parent: string;
  /** HTML. */
  readonly label: string;
  readonly style: Style;
  /** http or https; '' for none. */
  readonly link: string;
}

export interface Vertex extends CellBase {
  readonly kind: 'vertex';
  readonly place: Place;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the upper left corner of the parent; or from a place on it, which moves when the parent is stretched. */
export type Place = Size &
  Point & {
    /** `middle`: of an edge. `foot`: the middle of the lower edge of a shape. Default: the upper left corner. */
    readonly from?: 'middle' | 'foot';
  };

export interface Edge extends CellBase {
  readonly kind: 'edge';
  /** The shapes that it joins. Its style says where on them. */
  readonly source: string;
  readonly target: string;
  /** Where it turns, from the corner of its parent. */
  readonly turns: readonly Point[];
  /** The label's place, from the middle of the edge. */
  readonly labelAt: Point;
}

/** The one layer of a page. */
export const LAYER = '1';

export interface DrawioPage {
  /** Unique in its file. */
  readonly id: string;
  /** In one line. */
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly size: Size;
  /** `#rrggbb` */
  readonly background: string;
}
