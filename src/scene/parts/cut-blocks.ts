/** Takes the blocks of one part out of a picture. Frames that are cut, and phases that go on, say so. */
import type { Fit, Interval } from '../columns/index.js';
import type { Block, BranchBlock, FrameBlock, PhaseBlock } from '../measure/index.js';
import { band, frame as frameSizes, lead } from '../metrics.js';
import { Passage, styles } from '../text/index.js';
import type { Atoms } from './atoms.js';

/** What parts say, in the language of the flow. */
export interface PartWords {
  /** A text that began in an earlier part; `''` for a frame without one. */
  readonly continued: (text: string) => string;
  /** In a frame that a later part continues. */
  readonly continues: string;
  /** `2 of 3` */
  readonly part: (part: number, count: number) => string;
}

interface Cutting {
  readonly atoms: Atoms;
  /** The first atom of the part, and the first behind it. */
  readonly first: number;
  readonly end: number;
  readonly words: PartWords;
  readonly fit: Fit;
  readonly frames: ReadonlyMap<FrameBlock, Interval>;
  /** The edges of the picture. */
  readonly whole: Interval;
}

export interface CutBlocks {
  readonly blocks: readonly Block[];
  /** The edges of frames that are cut. */
  readonly frames: ReadonlyMap<FrameBlock, Interval>;
}

export function cutBlocks(blocks: readonly Block[], cutting: Cutting): CutBlocks {
  const frames = new Map(cutting.frames);
  return { blocks: keep(blocks, cutting.whole, cutting, frames), frames };
}

type Frames = Map<FrameBlock, Interval>;

function keep(blocks: readonly Block[], inside: Interval, cutting: Cutting, frames: Frames): readonly Block[] {
  const { atoms, first, end } = cutting;
  const kept: Block[] = [];
  let phase: PhaseBlock | null = null;
  for (const block of blocks) {
    const reach = atoms.reach.get(block);
    if (!reach || reach.first >= end) continue;
    if (reach.last < first) {
      if (block.kind === 'phase') phase = block;
      continue;
    }
    if (phase && kept.length === 0 && block.kind !== 'phase') kept.push(continuedPhase(phase, inside, cutting));
    kept.push(block.kind === 'frame' ? keepFrame(block, cutting, frames) : block);
  }
  return kept;
}

function continuedPhase({ step, ...block }: PhaseBlock, inside: Interval, { words, fit }: Cutting): PhaseBlock {
  const lines = inLastLine(step.lines, words);
  const title = new Passage(lines, block.title.style);
  const room = block.isNested
    ? inside.right - inside.left - frameSizes.pill.x - 2 * frameSizes.off - 2 * frameSizes.beside
    : inside.right - inside.left - 2 * band.text;
  fit.widen(title, 0, room);
  return { ...block, step: { ...step, lines }, title };
}

const inLastLine = (lines: readonly string[], { continued }: PartWords): readonly string[] => [
  ...lines.slice(0, -1),
  continued(lines.at(-1) ?? ''),
];

function keepFrame(block: FrameBlock, cutting: Cutting, frames: Frames): FrameBlock {
  const { atoms, first, end, words } = cutting;
  const reach = atoms.reach.get(block) ?? { first, last: end - 1 };
  const edges = cutting.frames.get(block) ?? cutting.whole;
  const cut = { above: reach.first < first, below: reach.last >= end };
  if (!cut.above && !cut.below && block.branches.every(({ blocks }) => !blocks.some(({ kind }) => kind === 'frame')))
    return block;
  const branches = block.branches.flatMap((branch, index): readonly BranchBlock[] => {
    const own = atoms.reach.get(branch);
    if (!own || own.last < first || own.first >= end) return [];
    const blocks = keep(branch.blocks, edges, cutting, frames);
    if (own.first < first) return [{ ...continuedBranch(branch, edges, cutting), blocks }];
    const goesOn = index > 0 && own.first === first && cut.above;
    const kept = { ...branch, blocks };
    return goesOn ? [beforeBranch(block, edges, cutting), kept] : [kept];
  });
  const isInnermost = !branches.some(({ blocks }) =>
    blocks.some((inner) => inner.kind === 'frame' && inner.cut?.below),
  );
  const word = cut.below && isInnermost && block.step.kind === 'fragment' ? words.continues : '';
  const says = new Passage(word === '' ? [] : [word], styles.continues);
  cutting.fit.widen(says, 0, edges.right - edges.left - 2 * frameSizes.pill.x);
  const kept: FrameBlock = { ...block, branches, revives: cut.below ? [] : block.revives, cut: { ...cut, says } };
  frames.set(kept, edges);
  return kept;
}

/** A branch whose first steps are in an earlier part. */
function continuedBranch(branch: BranchBlock, edges: Interval, cutting: Cutting): BranchBlock {
  const { said } = branch;
  if (!said) return { ...branch, revives: [], restores: [] };
  const lines = inLastLine(said.lines, cutting.words);
  const color = said.tone ? `tone-${said.tone}` : styles.branch.color;
  const label = new Passage(lines, styles.branch, 'prose', color);
  fitLabel(label, branch, edges, cutting);
  return { ...branch, said: { ...said, lines }, label, revives: [], restores: [] };
}

/** Above a branch that begins the part: the fragment itself began in an earlier one. */
function beforeBranch({ branches }: FrameBlock, edges: Interval, cutting: Cutting): BranchBlock {
  const [first] = branches;
  const lines = [cutting.words.continued('')];
  const label = new Passage(lines, styles.branch);
  const said = { operator: first?.said?.operator ?? '', tone: null, lines, steps: [] };
  const operator = first?.operator ?? new Passage([], styles.operator);
  const header = { said, operator, label, revives: [], restores: [], blocks: [] };
  fitLabel(label, header, edges, cutting);
  return header;
}

/** The edges of the frame are there already. */
function fitLabel(label: Passage, { said, operator }: BranchBlock, { left, right }: Interval, { fit }: Cutting): void {
  const { pill, labelGap } = frameSizes;
  const word = fit.text(operator).width;
  const before = word === 0 ? 0 : word + 2 * pill.pad + labelGap;
  fit.widen(label, 0, right - left - pill.x - before - (said?.tone ? lead.mark : 0) - 12);
}
