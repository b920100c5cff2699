/** From a chart's rows to the steps of a flow file. */
import type { BranchShape, Located, Step } from '../syntax/index.js';
import type { Chart, ChartMessage, ChartNote, ChartRow } from './chart.js';
import { scalar, textScalar } from './scalars.js';

interface BuiltSteps {
  readonly steps: readonly Step[];
  readonly homes: readonly Home[];
}

/** Where comments can stand. */
export interface Home {
  /** In the source. */
  readonly offset: number;
  /** What came of the row there: a step, a branch, or the list of steps that ends. */
  readonly made: object;
}

/** The numbering of the first message, which is the whole flow's, is not said again. */
export function buildSteps({ rows }: Pick<Chart, 'rows'>): BuiltSteps {
  const walk: Walk = { rows, at: 0, depths: new Map(), asked: new Set(), next: firstNumber(rows), homes: [] };
  return { steps: readList(walk), homes: walk.homes };
}

export function firstNumber(rows: readonly ChartRow[]): ChartMessage['number'] {
  return rows.find((row) => row.kind === 'message')?.number ?? null;
}

/** Where the reading stands. */
interface Walk {
  readonly rows: readonly ChartRow[];
  at: number;
  /** How often each participant is active, counted row by row, from one branch to the next. */
  depths: ReadonlyMap<string, number>;
  /** Who has sent a message to whom. */
  readonly asked: Set<string>;
  /** The number that the next message has unless something else is said. */
  next: ChartMessage['number'];
  readonly homes: Home[];
}

/** The steps up to the end of the branch, which is not taken. */
function readList(walk: Walk): Step[] {
  const steps: Step[] = [];
  for (let row = walk.rows[walk.at]; row && row.kind !== 'branch' && row.kind !== 'close'; row = walk.rows[walk.at]) {
    steps.push(...changeNumbering(row, walk));
    walk.at += 1;
    const step = readStep(row, walk);
    walk.homes.push({ offset: row.span.start, made: step });
    steps.push(step);
  }
  return steps;
}

function readStep(row: Exclude<ChartRow, { kind: 'branch' | 'close' }>, walk: Walk): Step {
  switch (row.kind) {
    case 'message':
      return messageStep(row, walk);
    case 'note':
      return noteStep(row);
    case 'activation':
      changeDepth(walk, row.participant, row.active ? 1 : -1);
      return activationStep(row.participant, row.active);
    case 'highlight': {
      const [branch] = readBranches('', walk);
      return { rect: scalar(row.color ?? 'theme'), steps: branch?.steps ?? [] };
    }
    case 'open': {
      const branches = readBranches(row.text, walk);
      if (row.type === 'alt' || row.type === 'par' || row.type === 'critical')
        return branchedStep(row.type, branches, walk);
      const steps = branches.flatMap((branch) => branch.steps);
      return { [row.type]: textScalar(row.text), steps };
    }
  }
}

function messageStep(message: ChartMessage, walk: Walk): Step {
  const { from, to, text, arrow, activate, deactivate, create, destroy, notes } = message;
  const isReply = arrow.line === 'dotted' && walk.asked.has(pair(to, from));
  walk.asked.add(pair(from, to));
  if (activate) changeDepth(walk, to, 1);
  if (deactivate) changeDepth(walk, from, -1);
  return {
    from: scalar(from),
    to: scalar(to),
    ...(text === '' ? {} : { text: textScalar(text) }),
    ...(isReply ? { reply: scalar(true) } : {}),
    ...(activate ? { activate: scalar(true) } : {}),
    ...(deactivate ? { deactivate: scalar(true) } : {}),
    ...(arrow.line === 'dotted' && !isReply ? { line: scalar('dotted') } : {}),
    ...(arrow.head === 'filled' ? {} : { head: scalar(arrow.head) }),
    ...(create ? { create: scalar(true) } : {}),
    ...(destroy === '' ? {} : { destroy: scalar(destroy) }),
    ...(notes.length === 0 ? {} : { note: notes.map((note) => ({ text: textScalar(note) })) }),
  };
}

const pair = (from: string, to: string): string => `${from}\n${to}`;

function noteStep({ placement, from, to, text }: ChartNote): Step {
  const ends = from === to ? [scalar(from)] : [scalar(from), scalar(to)];
  const place = { left: { leftOf: scalar(from) }, right: { rightOf: scalar(from) }, over: { over: ends } }[placement];
  return { note: textScalar(text), ...place };
}

const activationStep = (participant: string, active: boolean): Step =>
  active ? { activate: scalar(participant) } : { deactivate: scalar(participant) };

function changeDepth(walk: Walk, participant: string, by: number): void {
  walk.depths = new Map(walk.depths).set(participant, (walk.depths.get(participant) ?? 0) + by);
}

interface BuiltBranch {
  readonly text: string;
  readonly steps: readonly Step[];
  /** Where the row stands that begins it; null for the first. */
  readonly offset: number | null;
}

/** Up to the end of the fragment, which is taken. */
function readBranches(first: string, walk: Walk): readonly BuiltBranch[] {
  const before = walk.depths;
  const branches: BuiltBranch[] = [{ text: first, steps: readList(walk), offset: null }];
  for (let row = walk.rows[walk.at]; row; row = walk.rows[walk.at]) {
    walk.at += 1;
    if (row.kind !== 'branch') {
      walk.homes.push({ offset: row.span.start, made: branches.at(-1)?.steps ?? [] });
      break;
    }
    const steps = [...goOn(before, walk.depths), ...readList(walk)];
    branches.push({ text: row.text, steps, offset: row.span.start });
  }
  return branches;
}

/** In a flow each branch begins with the activations that its fragment began with; in a diagram, with the last branch's. */
function goOn(before: Walk['depths'], now: Walk['depths']): readonly Step[] {
  return [...now].flatMap(([participant, depth]) => {
    const change = depth - (before.get(participant) ?? 0);
    return Array.from({ length: Math.abs(change) }, () => activationStep(participant, change > 0));
  });
}

/** Branches by label, or a list of them where labels are empty, alike or long. */
function branchedStep(type: 'alt' | 'par' | 'critical', branches: readonly BuiltBranch[], walk: Walk): Step {
  const labels = branches.map(({ text }) => text);
  const areKeys =
    new Set(labels).size === labels.length && labels.every((label) => label !== '' && !label.includes('\n'));
  const home = <T extends object>(made: T, { offset }: BuiltBranch): T => {
    if (offset !== null) walk.homes.push({ offset, made });
    return made;
  };
  const built = branches.map((branch) => {
    const label = textScalar(branch.text);
    if (areKeys) return home({ key: label, value: branch.steps }, branch);
    return home<Located<BranchShape>>({ ...(branch.text === '' ? {} : { label }), steps: branch.steps }, branch);
  });
  return { [type]: built };
}

/** A step before a message, or the fragment that begins with it, whose number is not the next one. */
function changeNumbering({ kind }: ChartRow, walk: Walk): readonly Step[] {
  if (kind === 'note' || kind === 'activation') return [];
  const message = walk.rows.slice(walk.at).find((row) => row.kind === 'message');
  if (!message) return [];
  const { number } = message;
  const isExpected = number?.value === walk.next?.value && number?.step === walk.next?.step;
  walk.next = kind === 'message' && number ? { value: number.value + number.step, step: number.step } : number;
  return isExpected ? [] : [{ numbering: numberingShape(number) }];
}

/** The default, a badge from 1 in steps of 1, is written in one word. */
export function numberingShape(number: ChartMessage['number']): NumberingShape {
  if (number === null) return { show: scalar('none') };
  if (number.value === 1 && number.step === 1) return { show: scalar('badge') };
  return {
    ...(number.value === 1 ? {} : { start: scalar(number.value) }),
    ...(number.step === 1 ? {} : { step: scalar(number.step) }),
  };
}

type NumberingShape = Extract<Step, { numbering: unknown }>['numbering'];
