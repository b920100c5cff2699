/** Measures a fragment or a highlighted region from its contents. */
import type { Lines, ScriptDelay, ScriptFragment, ScriptHighlight, ScriptPhase } from '../../model/index.js';
import { lean, walkBranches, type Extent } from '../../layout/index.js';
import { widthOf } from '../cells.js';
import { reachOf, type Block, type FrameBlock, type RuleBlock } from './blocks.js';
import { finishLines, lineOf, widest, type Line } from './lines.js';
import { ruleInset, space, titleInset } from '../options.js';
import type { Walk } from './walk.js';

type Branches = FrameBlock['branches'];
type Measure = (steps: ScriptHighlight['steps'], walk: Walk, isInside: boolean) => readonly Block[];

/** `alt [label]`; further lines are indented to the label. Only the label for a group. */
function branchTitle(keyword: string, label: Lines): readonly Line[] {
  const lines = finishLines(label);
  if (keyword === '') return lines;
  if (widest(lines) === 0) return [lineOf(keyword)];
  return lines.map(({ text }, index) => {
    const before = index === 0 ? `${keyword} [` : ' '.repeat(widthOf(keyword) + 2);
    return lineOf(before + text + (index === lines.length - 1 ? ']' : ''));
  });
}

const extentsOf = (block: Block): Extent[] => {
  if (block.kind === 'turn' || block.kind === 'rule') return [];
  return block.kind === 'message' ? [block.extent, ...block.notes.map(({ extent }) => extent)] : [block.extent];
};

/** The extent around the contents of all branches; around every lifeline where they are empty. */
function frameExtent(branches: Branches, walk: Walk): Extent {
  const inner = branches.flatMap(({ blocks }) => blocks.flatMap(extentsOf));
  const first = inner.reduce((least, extent) => Math.min(least, extent.first), inner.length === 0 ? 0 : Infinity);
  const last = inner.reduce(
    (most, extent) => Math.max(most, extent.last),
    inner.length === 0 ? walk.heads.length - 1 : 0,
  );
  const beside = space.note + 1;
  let left = space.frame + 1;
  let right = reachOf(walk.activations.peak(last)) + space.frame + 1;
  for (const extent of inner) {
    if (extent.first === first) left = Math.max(left, extent.left + beside);
    if (extent.last === last) right = Math.max(right, extent.right + beside);
  }
  const inset = titleInset(walk.style);
  const titles = branches.map(({ title }) => (title.length === 0 ? 0 : 2 * inset + widest(title)));
  const rules = branches.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'rule' ? ruleWidth(block) : 0)));
  const width = Math.max(...titles, ...rules);
  if (first === last) return { first, last, ...lean({ left, right }, width, first, walk.heads.length), room: 0 };
  return { first, last, left, right, room: width - 1 - left - right };
}

/** The width of a frame that has room for the rule and its title. */
const ruleWidth = ({ role, title }: RuleBlock): number =>
  widest(title) + 2 * (space.note + 2) + (role === 'phase' ? ruleInset.inside : 0);

/** `isInside`: whether it is in a frame. */
export function measureRule({ kind, lines }: ScriptPhase | ScriptDelay, isInside: boolean, walk: Walk): RuleBlock {
  const title = finishLines(lines);
  const extent = isInside ? null : frameExtent([{ title, revives: [], restores: [], blocks: [] }], walk);
  return { kind: 'rule', role: kind, title, extent };
}

export function measureFrame(step: ScriptFragment | ScriptHighlight, walk: Walk, measureSteps: Measure): FrameBlock {
  const lists =
    step.kind === 'highlight'
      ? [{ title: finishLines(step.lines), steps: step.steps }]
      : step.branches.map(({ operator, lines, steps }) => ({ title: branchTitle(operator, lines), steps }));
  return walkBranches(
    lists,
    walk,
    ({ title, steps }, start) => ({ title, ...start, blocks: measureSteps(steps, walk, true) }),
    (branches) => ({ kind: 'frame', extent: frameExtent(branches, walk), role: step.kind, branches }),
  );
}
