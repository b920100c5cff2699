/**
 * Counts the steps of regular expressions: a backtracking matcher as ECMAScript describes it (§22.2.2), slower than that of an
 * engine but with a counter. What the engine skips by its optimizations is counted, too, so that the count is an upper bound.
 */
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';

type Registers = readonly (number | undefined)[];

type Instruction =
  | { readonly op: 'character'; readonly test: (point: number) => boolean }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly register: number }
  /** Fails where nothing was read since the register was saved. */
  | { readonly op: 'progress'; readonly register: number }
  | { readonly op: 'edge'; readonly kind: 'start' | 'end' | 'word'; readonly negate: boolean }
  | { readonly op: 'look'; readonly program: Program; readonly negate: boolean }
  | { readonly op: 'reference'; readonly groups: readonly number[] }
  | { readonly op: 'match' };

interface Program {
  readonly code: readonly Instruction[];
  readonly isBackward: boolean;
}

/** The steps of one search, which ends at `end`; null: no match. */
interface Search {
  readonly end: number | null;
  readonly steps: number;
}

/** Beyond it, a search is given up. */
const MOST_STEPS = 50_000_000;

export class StepCounter {
  readonly #program: Program;
  readonly #flags: Readonly<Record<'multiline' | 'sticky' | 'unicode' | 'ignoreCase', boolean>>;
  readonly #isAnchored: boolean;
  #steps = 0;

  constructor({ source, flags }: Pick<RegExp, 'source' | 'flags'>) {
    const has = (flag: string): boolean => flags.includes(flag);
    this.#flags = {
      multiline: has('m'),
      sticky: has('y'),
      unicode: has('u') || has('v'),
      ignoreCase: has('i'),
    };
    const pattern = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(source, 0, source.length, {
      unicode: has('u'),
      unicodeSets: has('v'),
    });
    const groups = groupsIn(pattern);
    const savesGroups = groups.some(({ references }) => references.length > 0);
    this.#program = new Compiler(flags.replace(/[gyd]/g, ''), groups.length, savesGroups).compile(
      pattern.alternatives,
      false,
    );
    this.#isAnchored =
      !has('m') &&
      pattern.alternatives.every(({ elements: [first] }) => first?.type === 'Assertion' && first.kind === 'start');
  }

  /** Searches `text` from `from` on, as RegExp.prototype.exec does. */
  search(text: string, from: number): Search {
    this.#steps = 0;
    const last = this.#flags.sticky || this.#isAnchored ? from : text.length;
    for (let start = from; start <= last; start += 1) {
      const end = this.#run(this.#program, text, start, [])?.at ?? null;
      if (end !== null || this.#steps > MOST_STEPS) return { end, steps: this.#steps };
    }
    return { end: null, steps: this.#steps };
  }

  #run(program: Program, text: string, start: number, given: Registers): { at: number; registers: Registers } | null {
    const waiting: { next: number; at: number; registers: Registers }[] = [{ next: 0, at: start, registers: given }];
    for (let thread = waiting.pop(); thread; thread = waiting.pop()) {
      let { next, at, registers } = thread;
      for (;;) {
        this.#steps += 1;
        if (this.#steps > MOST_STEPS) return null;
        const instruction = program.code[next] ?? { op: 'match' };
        if (instruction.op === 'match') return { at, registers };
        next += 1;
        if (instruction.op === 'jump') next = instruction.to;
        else if (instruction.op === 'split') {
          waiting.push({ next: instruction.second, at, registers });
          next = instruction.first;
        } else if (instruction.op === 'save') registers = with_(registers, instruction.register, at);
        else if (instruction.op === 'progress') {
          if (registers[instruction.register] === at) break;
        } else if (instruction.op === 'edge') {
          if (this.#isEdge(instruction.kind, text, at) === instruction.negate) break;
        } else if (instruction.op === 'look') {
          const found = this.#run(instruction.program, text, at, registers);
          if ((found === null) !== instruction.negate) break;
          registers = found?.registers ?? registers;
        } else {
          const after =
            instruction.op === 'character'
              ? this.#read(instruction.test, text, at, program.isBackward)
              : this.#repeat(instruction.groups, registers, text, at, program.isBackward);
          if (after === null) break;
          at = after;
        }
      }
    }
    return null;
  }

  #read(test: (point: number) => boolean, text: string, at: number, isBackward: boolean): number | null {
    const point = isBackward ? this.#before(text, at) : this.#after(text, at);
    if (point === null || !test(point)) return null;
    const length = point > 0xffff ? 2 : 1;
    return isBackward ? at - length : at + length;
  }

  #after(text: string, at: number): number | null {
    if (at >= text.length) return null;
    return (this.#flags.unicode ? text.codePointAt(at) : text.charCodeAt(at)) ?? null;
  }

  #before(text: string, at: number): number | null {
    if (at === 0) return null;
    const pair = this.#flags.unicode && at > 1 ? (text.codePointAt(at - 2) ?? 0) : 0;
    return pair > 0xffff ? pair : text.charCodeAt(at - 1);
  }

  #repeat(
    groups: readonly number[],
    registers: Registers,
    text: string,
    at: number,
    isBackward: boolean,
  ): number | null {
    const group = groups.find((one) => registers[2 * one + 1] !== undefined && registers[2 * one] !== undefined);
    if (group === undefined) return at;
    const [one = 0, other = 0] = [registers[2 * group], registers[2 * group + 1]];
    const said = text.slice(Math.min(one, other), Math.max(one, other));
    this.#steps += said.length;
    const from = isBackward ? at - said.length : at;
    const found = text.slice(Math.max(from, 0), from + said.length);
    const isSame = this.#flags.ignoreCase ? found.toLowerCase() === said.toLowerCase() : found === said;
    if (!isSame) return null;
    return isBackward ? from : from + said.length;
  }

  #isEdge(kind: 'start' | 'end' | 'word', text: string, at: number): boolean {
    const isBreak = (unit: string | undefined): boolean => unit !== undefined && /[\n\r\u2028\u2029]/.test(unit);
    if (kind === 'start') return at === 0 || (this.#flags.multiline && isBreak(text[at - 1]));
    if (kind === 'end') return at === text.length || (this.#flags.multiline && isBreak(text[at]));
    return /\w/.test(text[at - 1] ?? '') !== /\w/.test(text[at] ?? '');
  }
}

function with_(registers: Registers, index: number, value: number | undefined): Registers {
  const copy = [...registers];
  copy[index] = value;
  return copy;
}

class Compiler {
  readonly #flags: string;
  #code: Instruction[] = [];
  #isBackward = false;
  /** Registers 0 to 2n + 1 are those of n groups; those of loops follow. */
  #registers: number;
  /** Groups are saved only for a reference. */
  readonly #savesGroups: boolean;
  readonly #tests = new Map<string, (point: number) => boolean>();

  constructor(flags: string, groups: number, savesGroups: boolean) {
    this.#flags = flags;
    this.#registers = savesGroups ? 2 * groups + 2 : 0;
    this.#savesGroups = savesGroups;
  }

  compile(alternatives: readonly AST.Alternative[], isBackward: boolean): Program {
    const outer = [this.#code, this.#isBackward] as const;
    this.#code = [];
    this.#isBackward = isBackward;
    this.#choose(alternatives);
    const program = { code: [...this.#code, { op: 'match' } as const], isBackward };
    [this.#code, this.#isBackward] = outer;
    return program;
  }

  #choose([first, ...rest]: readonly AST.Alternative[]): void {
    if (!first) return;
    if (rest.length === 0) {
      this.#sequence(first.elements);
      return;
    }
    const split = { op: 'split' as const, first: this.#code.length + 1, second: 0 };
    this.#code.push(split);
    this.#sequence(first.elements);
    const jump = { op: 'jump' as const, to: 0 };
    this.#code.push(jump);
    split.second = this.#code.length;
    this.#choose(rest);
    jump.to = this.#code.length;
  }

  #sequence(elements: readonly AST.Element[]): void {
    for (const element of this.#isBackward ? elements.toReversed() : elements) this.#element(element);
  }

  #element(element: AST.Element): void {
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the others are characters
    switch (element.type) {
      case 'Assertion':
        this.#assertion(element);
        return;
      case 'Quantifier':
        this.#quantifier(element);
        return;
      case 'Group':
        this.#choose(element.alternatives);
        return;
      case 'CapturingGroup': {
        const index = groupIndex(element);
        if (this.#savesGroups) this.#code.push({ op: 'save', register: 2 * index });
        this.#choose(element.alternatives);
        if (this.#savesGroups) this.#code.push({ op: 'save', register: 2 * index + 1 });
        return;
      }
      case 'Backreference': {
        const { resolved } = element;
        this.#code.push({ op: 'reference', groups: (Array.isArray(resolved) ? resolved : [resolved]).map(groupIndex) });
        return;
      }
      default:
        this.#code.push({ op: 'character', test: this.#test(element.raw) });
    }
  }

  #assertion(element: AST.Assertion): void {
    if (element.kind === 'lookahead' || element.kind === 'lookbehind') {
      const program = this.compile(element.alternatives, element.kind === 'lookbehind');
      this.#code.push({ op: 'look', program, negate: element.negate });
    } else {
      this.#code.push({ op: 'edge', kind: element.kind, negate: element.kind === 'word' && element.negate });
    }
  }

  #quantifier({ element, min, max, greedy }: AST.Quantifier): void {
    for (let count = 0; count < min; count += 1) this.#element(element);
    if (max === Infinity) {
      const register = canBeEmpty(element) ? (this.#registers += 1) : null;
      const split = this.#split();
      if (register !== null) this.#code.push({ op: 'save', register });
      this.#element(element);
      if (register !== null) this.#code.push({ op: 'progress', register });
      this.#code.push({ op: 'jump', to: split.at });
      split.close(greedy);
      return;
    }
    const splits = Array.from({ length: max - min }, () => {
      const split = this.#split();
      this.#element(element);
      return split;
    });
    for (const split of splits) split.close(greedy);
  }

  /** A choice between what follows at once, and what is written after it is closed. */
  #split(): { readonly at: number; readonly close: (greedy: boolean) => void } {
    const at = this.#code.length;
    const instruction = { op: 'split' as const, first: at + 1, second: 0 };
    this.#code.push(instruction);
    return {
      at,
      close: (greedy) => {
        instruction.second = this.#code.length;
        if (!greedy) [instruction.first, instruction.second] = [instruction.second, instruction.first];
      },
    };
  }

  /** Asks the engine about single characters; answers are kept. */
  #test(raw: string): (point: number) => boolean {
    const known = this.#tests.get(raw);
    if (known) return known;
    const expression = new RegExp(`^(?:${raw})$`, this.#flags.replace('m', ''));
    const answers = new Map<number, boolean>();
    const test = (point: number): boolean => {
      const before = answers.get(point);
      if (before !== undefined) return before;
      const answer = nativeTest(expression, String.fromCodePoint(point));
      answers.set(point, answer);
      return answer;
    };
    this.#tests.set(raw, test);
    return test;
  }
}

/** The engine's own, even while RegExp.prototype.exec is replaced. */
// eslint-disable-next-line @typescript-eslint/unbound-method -- called by call
const nativeExec = RegExp.prototype.exec;
const nativeTest = (expression: RegExp, text: string): boolean => nativeExec.call(expression, text) !== null;

function groupIndex(group: AST.CapturingGroup): number {
  return groupsIn(rootOf(group)).indexOf(group) + 1;
}

function rootOf(node: AST.Node): AST.Node {
  return node.parent ? rootOf(node.parent) : node;
}

function groupsIn(root: AST.Node): readonly AST.CapturingGroup[] {
  const groups: AST.CapturingGroup[] = [];
  visitRegExpAST(root, { onCapturingGroupEnter: (group) => void groups.push(group) });
  return groups;
}

function canBeEmpty(node: AST.Element): boolean {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the others are characters
  switch (node.type) {
    case 'Assertion':
    case 'Backreference':
      return true;
    case 'Quantifier':
      return node.min === 0 || canBeEmpty(node.element);
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.some(({ elements }) => elements.every(canBeEmpty));
    default:
      return false;
  }
}
