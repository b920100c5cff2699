/**
 * Counts what a run does, without a clock: the blocks of code that it executes (V8's precise coverage), the steps of its regular
 * expressions, and the characters and items that methods of texts and lists look at. The same run gives the same counts.
 */
/* eslint-disable @typescript-eslint/unbound-method -- methods are replaced, and called by call and apply */
import { Session } from 'node:inspector/promises';
import { StepCounter } from './step-counter.js';

/** Counts by what is counted: a function, or an expression. */
export type Work = ReadonlyMap<string, number>;

export interface WorkCounter {
  /** The work of one run, and what it gave. */
  readonly count: (run: () => unknown) => Promise<Work>;
  readonly close: () => Promise<void>;
}

export async function openWorkCounter(): Promise<WorkCounter> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const count = async (run: () => unknown): Promise<Work> => {
    await session.post('Profiler.takePreciseCoverage');
    const steps = new Map<string, number>();
    const restore = watchBuiltins((what, amount) => steps.set(what, (steps.get(what) ?? 0) + amount));
    try {
      await run();
    } finally {
      restore();
    }
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const blocks = result
      .filter(({ url }) => !url.startsWith('node:') && !/\/test\/growth\/|vitest|@eslint-community/.test(url))
      .flatMap(({ url, functions }) =>
        functions.map(({ functionName, ranges }): readonly [string, number] => [
          `${functionName || '(anonymous)'} at ${url.replace(/^.*\/(?=src\/|node_modules\/)/, '')}:${ranges[0]?.startOffset ?? 0}`,
          Math.max(...ranges.map((range) => range.count)),
        ]),
      )
      .filter(([, amount]) => amount > 0);
    return new Map([...steps, ...blocks]);
  };
  const close = async (): Promise<void> => {
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  };
  return { count, close };
}

type Tell = (what: string, amount: number) => void;

/** Replaces methods of texts, lists and expressions by ones that tell what they cost; gives the way back. */
function watchBuiltins(tell: Tell): () => void {
  const restores = [watchExpressions(tell), ...watchTexts(tell), ...watchLists(tell)];
  return () => {
    for (const restore of restores) restore();
  };
}

/** Short texts cost next to nothing, and are most of all: one step each. */
const SHORT = 64;

interface Counted {
  readonly name: string;
  readonly counter: StepCounter;
}

const byName = new Map<string, Counted>();
const byExpression = new WeakMap<RegExp, Counted>();

function countedOf(expression: RegExp): Counted {
  const known = byExpression.get(expression);
  if (known) return known;
  const name = String(expression);
  const counted = byName.get(name) ?? { name, counter: new StepCounter(expression) };
  byName.set(name, counted);
  byExpression.set(expression, counted);
  return counted;
}

const nativeExec = RegExp.prototype.exec;

function watchExpressions(tell: Tell): () => void {
  let isCounting = false;
  // The same searches come again and again.
  const known = new Map<StepCounter, Map<string, Map<number, number>>>();
  const stepsOf = (counter: StepCounter, text: string, from: number): number => {
    const byText = known.get(counter) ?? new Map<string, Map<number, number>>();
    const byStart = byText.get(text) ?? new Map<number, number>();
    const steps = byStart.get(from) ?? counter.search(text, from).steps;
    known.set(counter, byText.set(text, byStart.set(from, steps)));
    return steps;
  };
  const replace = function (this: RegExp, said: unknown): RegExpExecArray | null {
    const text = String(said);
    if (isCounting) return nativeExec.call(this, text);
    isCounting = true;
    try {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const { name, counter } = countedOf(this);
      tell(name, text.length - from < SHORT ? 1 : stepsOf(counter, text, from));
      return nativeExec.call(this, text);
    } finally {
      isCounting = false;
    }
  };
  return put(RegExp.prototype, 'exec', replace);
}

function watchTexts(tell: Tell): readonly (() => void)[] {
  return (['indexOf', 'lastIndexOf', 'includes', 'split', 'replaceAll'] as const).map((name) => {
    const native = String.prototype[name] as (...given: unknown[]) => unknown;
    return put(String.prototype, name, function (this: string, ...given: unknown[]): unknown {
      const result = native.apply(this, given);
      if (typeof given[0] === 'string') tell(`${name} of texts`, costOf(name, this, given, result));
      return result;
    });
  });
}

function costOf(name: string, { length }: string, [, from]: readonly unknown[], result: unknown): number {
  const start = typeof from === 'number' ? Math.max(from, 0) : name === 'lastIndexOf' ? length : 0;
  if (typeof result !== 'number') return length - Math.min(start, length);
  if (name === 'lastIndexOf') return Math.min(start, length) - Math.max(result, 0);
  return (result === -1 ? length : result) - Math.min(start, length);
}

function watchLists(tell: Tell): readonly (() => void)[] {
  return (['includes', 'indexOf', 'splice', 'unshift'] as const).map((name) => {
    const native = Array.prototype[name] as (...given: unknown[]) => unknown;
    return put(Array.prototype, name, function (this: unknown[], ...given: unknown[]): unknown {
      // Items behind the place are moved.
      const from = name === 'splice' && typeof given[0] === 'number' ? given[0] : 0;
      tell(`${name} of lists`, from < 0 ? -from : this.length - from);
      return native.apply(this, given);
    });
  });
}

function put(prototype: object, name: string, replacement: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, { ...before, value: replacement });
  return () => void Object.defineProperty(prototype, name, before ?? {});
}
