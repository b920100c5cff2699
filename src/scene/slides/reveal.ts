/** Shows the steps of a slide one after the other, without moving anything. */
import type { Item, Palette, Role, Scene, SceneStep, Token } from '../scene.js';
import { topOf } from './top-of.js';

/** The colour of what is not yet revealed: so much of its own, on the ground. */
const FAINT = 0.25;
/** What a step draws above its own top, in px of the layout: a frame's edge, a region's. */
const ABOVE = 13;

/** What stands from the start. */
const standing: ReadonlySet<Role> = new Set([
  ...(['ground', 'zone', 'zone-title', 'lifeline', 'heading', 'legend', 'legend-sample'] as const),
]);

/** For each message, from the first to the last: the steps that come with it. The first one has what stands before it, too. */
export function stepGroups(steps: readonly SceneStep[]): readonly (readonly SceneStep[])[] {
  const groups: SceneStep[][] = [[]];
  let pending: SceneStep[] = [];
  for (const step of steps) {
    const group = groups.at(-1) ?? [];
    const hasMessage = group.some(({ kind }) => kind === 'message');
    if (!hasMessage) group.push(step);
    // The header of a branch comes with the message below it.
    else if (step.kind === 'branch' || step.kind === 'region') pending.push(step);
    else if (step.kind === 'message') {
      groups.push([...pending, step]);
      pending = [];
    } else {
      group.push(...pending, step);
      pending = [];
    }
  }
  groups.at(-1)?.push(...pending);
  return groups;
}

/**
 * The scene after this many groups of steps: the others are absent, or faint.
 *
 * @param scale how much larger the layout is shown
 */
export function revealed(
  scene: Scene,
  count: number,
  { dim, scale }: { readonly dim: boolean; readonly scale: number },
): Scene {
  const groups = stepGroups(scene.steps);
  const later = new Set(groups.slice(count).flat());
  if (later.size === 0) return scene;
  const until = Math.min(...[...later].map(({ top }) => top)) - ABOVE * scale;
  const isLater = (item: Item): boolean => !standing.has(item.role) && topOf(item) >= until;
  const faint = faintPalette(scene.colors);
  const fade = (items: readonly Item[], test: (item: Item) => boolean): readonly Item[] =>
    dim ? items.map((item) => (test(item) ? faded(item) : item)) : items.filter((item) => !test(item));
  return {
    ...scene,
    colors: dim ? { ...scene.colors, ...faint } : scene.colors,
    under: fade(scene.under, isLater),
    steps: dim
      ? scene.steps.map((step) => (later.has(step) ? { ...step, items: step.items.map(faded) } : step))
      : scene.steps.filter((step) => !later.has(step)),
    heads: fade(scene.heads, isLater),
  };
}

const faintOf = (token: Token): Token => `${token}-faint`;

function faintPalette(colors: Palette): Palette {
  const { ground } = colors;
  return Object.fromEntries(
    Object.entries(colors).map(([token, { light, dark }]) => [
      faintOf(token),
      { light: mix(light, ground?.light ?? '#ffffff'), dark: mix(dark, ground?.dark ?? '#000000') },
    ]),
  );
}

const mix = (color: string, ground: string): string =>
  `#${[1, 3, 5]
    .map((at) => {
      const [own, other] = [color, ground].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number];
      return Math.round(own * FAINT + other * (1 - FAINT))
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;

function faded<Any extends Item>(item: Any): Any;
function faded(item: Item): Item {
  if (item.kind === 'link') return { ...item, items: item.items.map((inner) => faded(inner)) };
  if (item.kind === 'text') return { ...item, runs: item.runs.map((run) => ({ ...run, color: faintOf(run.color) })) };
  if (item.kind === 'line') return { ...item, stroke: { ...item.stroke, color: faintOf(item.stroke.color) } };
  return {
    ...item,
    fill: item.fill === null ? null : faintOf(item.fill),
    stroke: item.stroke && { ...item.stroke, color: faintOf(item.stroke.color) },
  };
}
