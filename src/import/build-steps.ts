/** Builds the steps of a flow file from a chart's rows. */
import type { BranchShape, Located, Step } from '../syntax/index.js';
import type { Chart, ChartMessage, ChartNote, ChartRow } from './chart.js';
import { scalar, textScalar } from './scalars.js';

interface BuiltSteps {
  readonly steps: readonly Step[];
  readonly homes: readonly Home[];
}

/** A place where comments can be put. */
export interface Home {
  /** The offset in the source. */
  readonly offset: number;
  /** What was built from the row there: a step, a branch, or the list of steps that ends. */
  readonly made: object;
}

/** The numbering of the first message is that of the flow, so no step repeats it. */
export function buildSteps({ rows }: Pick<Chart, 'rows'>): BuiltSteps {
  const walk: Walk = { rows, at: 0, depths: new Map(), asked: new Set(), next: firstNumber(rows), homes: [] };
  return { steps: readList(walk), homes: walk.homes };
}

export function firstNumber(rows: readonly ChartRow[]): ChartMessage['number'] {
  return rows.find((row) => row.kind === 'message')?.number ?? null;
}

/** The state of the walk over the rows. */
interface Walk {
  readonly rows: readonly ChartRow[];
  at: number;
  /** How often each participant is active, counted row by row across branches. */
  depths: ReadonlyMap<string, number>;
  /** The pairs of participants between which a message was sent. */
  readonly asked: Set<string>;
  /** The number that the next message has by default. */
  next: ChartMessage['number'];
  readonly homes: Home[];
}

/** Reads the steps up to the end of the branch, without consuming the end. */
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
  /** The offset of the row that begins it; null for the first. */
  readonly offset: number | null;
}

/** Reads up to the end of the fragment, and consumes the end. */
function readBranches(first: string, walk: Walk): readonly BuiltBranch[] {
  const before = walk.depths;
  const branches: BuiltBranch[] = [{ text: first, steps: readList(walk), offset: null }];
  for (let row = walk.rows[walk.at]; row; row = walk.rows[walk.at]) {
    walk.at += 1;
    if (row.kind !== 'branch') {
      walk.homes.push({ offset: row.span.start, made: branches.at(-1)?.steps ?? [] });
      break;
    }
    const steps = [...carryActivations(before, walk.depths), ...readList(walk)];
    branches.push({ text: row.text, steps, offset: row.span.start });
  }
  return branches;
}

/** Carries activations over: in a flow each branch begins with its fragment's, in a diagram with those of the branch before. */
function carryActivations(before: Walk['depths'], now: Walk['depths']): readonly Step[] {
  return [...now].flatMap(([participant, depth]) => {
    const change = depth - (before.get(participant) ?? 0);
    return Array.from({ length: Math.abs(change) }, () => activationStep(participant, change > 0));
  });
}

/** Writes branches by label, or as a list where labels are empty, not unique or have several lines. */
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

/** A numbering step before a message that does not have the next number, or before the fragment that begins with it. */
function changeNumbering({ kind }: ChartRow, walk: Walk): readonly Step[] {
  if (kind === 'note' || kind === 'activation') return [];
  const message = walk.rows.slice(walk.at).find((row) => row.kind === 'message');
  if (!message) return [];
  const { number } = message;
  const isExpected = number?.value === walk.next?.value && number?.step === walk.next?.step;
  walk.next = kind === 'message' && number ? { value: number.value + number.step, step: number.step } : number;
  return isExpected ? [] : [{ numbering: numberingShape(number) }];
}

/** Writes the default, a badge from 1 in steps of 1, as one word. */
export function numberingShape(number: ChartMessage['number']): NumberingShape {
  if (number === null) return { show: scalar('none') };
  if (number.value === 1 && number.step === 1) return { show: scalar('badge') };
  return {
    ...(number.value === 1 ? {} : { start: scalar(number.value) }),
    ...(number.step === 1 ? {} : { step: scalar(number.step) }),
  };
}

type NumberingShape = Extract<Step, { numbering: unknown }>['numbering'];
