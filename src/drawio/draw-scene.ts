/** Lays a scene out as a page of draw.io. */
import type { Item, Rect, Scene, SceneStep } from '../scene/index.js';
import { boundsOf } from '../bounds/index.js';
import { LAYER } from './cell.js';
import type { Cell, DrawioPage, Vertex } from './cell.js';
import { Colors } from './colors.js';
import { cornerStyle, drawGroup, placeIn } from './draw-group.js';
import type { Holder, Pen } from './draw-group.js';
import { drawLives } from './draw-lives.js';
import { drawMessage } from './draw-message.js';
import { groupItems, isRect } from './groups.js';
import { Ids, stepId } from './ids.js';
import { Lives } from './lives.js';

export interface PageRequest {
  /** Unique in the file. */
  readonly id: string;
  readonly name: string;
  readonly scene: Scene;
}

/** From the back to the front: zones and regions, lifelines, frames, steps, and what stands around them. */
export function drawScene({ id, name, scene }: PageRequest): DrawioPage {
  const pen: Pen = { ids: new Ids(), colors: new Colors(scene) };
  const lives = new Lives(scene, pen.ids);
  const frames = new Frames(scene, pen);
  const steps = scene.steps.flatMap((step): readonly Cell[] => {
    if (step.message) return drawMessage({ step, message: step.message }, lives, pen);
    if (step.kind === 'branch') return frames.drawBranch(step);
    if (step.kind === 'region') return [];
    return drawStep(step, scene, pen);
  });
  return {
    id,
    name,
    cells: [
      ...drawZones(scene, pen),
      ...drawRegions(scene, pen),
      ...drawLives(lives, scene, pen),
      ...frames.cells(),
      ...steps,
      ...drawAround(scene, pen),
    ],
    size: { width: scene.width, height: scene.height },
    background: pen.colors.of('ground'),
  };
}

const page: Holder = { id: LAYER, origin: { x: 0, y: 0 } };

/** Each with its title. */
function drawZones({ under, heads }: Scene, pen: Pen): readonly Vertex[] {
  const items = [...under.filter(({ role }) => role === 'zone'), ...heads.filter(({ role }) => role === 'zone-title')];
  return groupItems(items).flatMap((group) => drawGroup(group, 'zone', page, pen));
}

/** With the mark of its tone, where it has one. */
function drawRegions({ under, steps }: Scene, pen: Pen): readonly Vertex[] {
  const regions = under.filter((item): item is Rect => isRect(item) && item.role === 'region');
  return regions.flatMap((region) => {
    const step = steps.find(({ kind, top }) => kind === 'region' && top === region.y);
    const group = groupItems([region, ...(step?.items ?? [])]);
    return group.flatMap((each) => drawGroup(each, step ? stepId(step.step) : 'region', page, pen));
  });
}

/** A note, a phase, a delay, a reference. The band of a phase is behind it. */
function drawStep({ step, kind, items, top }: SceneStep, { under }: Scene, pen: Pen): readonly Vertex[] {
  const band = kind === 'phase' ? under.filter((item) => isRect(item) && item.role === 'band' && item.y === top) : [];
  return groupItems([...band, ...items]).flatMap((group) => {
    // A phase begins with a step that is drawn as well.
    const name = kind === 'phase' ? `${stepId(step)}.phase` : stepId(step);
    return drawGroup(group, name, page, pen);
  });
}

/** The heading, the legend, and the specifications. */
function drawAround({ heads }: Scene, pen: Pen): readonly Vertex[] {
  const drawn: readonly Item['role'][] = ['head', 'glyph', 'name', 'zone-title'];
  return groupItems(heads.filter(({ role }) => !drawn.includes(role))).flatMap((group) => {
    const role = group.shape?.role ?? group.texts[0]?.role ?? 'text';
    return drawGroup(group, role === 'legend-sample' ? 'legend.sample' : role, page, pen);
  });
}

/** Frames of fragments: their operators, labels and lines move with them. */
class Frames {
  readonly #frames: readonly { readonly id: string; readonly item: Item }[];
  readonly #under: readonly Item[];
  readonly #pen: Pen;

  constructor({ under, steps }: Scene, pen: Pen) {
    this.#under = under;
    this.#pen = pen;
    const items = under.filter(({ role }) => role === 'frame');
    const nameOf = (frame: Item): string => {
      const first = steps.find((step) => step.kind === 'branch' && innermost(items, step) === frame);
      return first ? stepId(first.step) : 'frame';
    };
    this.#frames = items.map((item) => ({ id: pen.ids.take(nameOf(item)), item }));
  }

  cells(): readonly Vertex[] {
    const lines = this.#under.filter(({ role }) => role === 'branch-line');
    return this.#frames.flatMap(({ id, item }): readonly Vertex[] => {
      const bounds = boundsOf(item);
      const own = lines.filter((line) => {
        const { left, right, top } = boundsOf(line);
        return left === bounds.left && right === bounds.right && bounds.top < top && top < bounds.bottom;
      });
      const inside: Holder = { id, origin: { x: bounds.left, y: bounds.top } };
      return [
        this.#frame(id, item),
        ...groupItems(own).flatMap((group) => drawGroup(group, `${id}.else`, inside, this.#pen)),
      ];
    });
  }

  drawBranch(step: SceneStep): readonly Vertex[] {
    const item = innermost(
      this.#frames.map((frame) => frame.item),
      step,
    );
    const frame = this.#frames.find((each) => each.item === item);
    const bounds = frame && boundsOf(frame.item);
    const holder = frame && bounds ? { id: frame.id, origin: { x: bounds.left, y: bounds.top } } : page;
    return groupItems(step.items).flatMap((group) => {
      const role = group.shape?.role ?? group.texts[0]?.role ?? 'label';
      const name = role === 'pill' ? 'operator' : role === 'branch' ? 'label' : role;
      return drawGroup(group, `${frame?.id ?? stepId(step.step)}.${name}`, holder, this.#pen);
    });
  }

  #frame(id: string, item: Item): Vertex {
    const { colors } = this.#pen;
    const { stroke = null, radius = 0 } = isRect(item) ? item : {};
    const own = item.kind === 'path' ? item.stroke : stroke;
    return {
      kind: 'vertex',
      ...{ id, parent: LAYER, label: '', link: '' },
      style: {
        ...cornerStyle(radius),
        ...{ html: 1, ...colors.fill(null), ...colors.stroke(own), pointerEvents: 0 },
        ...{ container: 1, collapsible: 0, dropTarget: 0, recursiveResize: 0 },
      },
      place: placeIn(boundsOf(item), page),
    };
  }
}

/** The frame that a branch begins in: the last one above it that has not ended. */
function innermost(frames: readonly Item[], { top }: SceneStep): Item | undefined {
  const around = frames.filter((frame) => boundsOf(frame).top <= top && top < boundsOf(frame).bottom);
  return around.sort((one, other) => boundsOf(other).top - boundsOf(one).top)[0];
}
