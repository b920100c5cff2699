/** Limits for one file. A file beyond them is refused, with the option that raises the limit. */
import type { Diagnostic, Span } from '../source/index.js';

export interface Limits {
  /** UTF-16 units of one file, and of its texts once its aliases are expanded. */
  readonly size: number;
  /** Values once aliases are expanded; stops alias bombs. */
  readonly nodes: number;
  /** The depth of mappings and lists. A nested step takes three to five levels. */
  readonly depth: number;
}

export const defaultLimits: Limits = { size: 2_000_000, nodes: 500_000, depth: 100 };

/** The maximum that a limit on depth can be raised to: the default stack of Node is enough for about ten times as much. */
const deepest = 1000;

export const depthLimit = ({ depth }: Limits): number => Math.min(depth, deepest);

const count = (number: number): string => number.toLocaleString('en');

export const tooLarge = (size: number, limits: Limits, span: Span): Diagnostic => ({
  code: 'file-size',
  severity: 'error',
  message: `the file has ${count(size)} characters; a flow file may have ${count(limits.size)}`,
  span,
  hint: 'split the flow, or raise the limit with --limit size=N',
});

export const tooDeep = (limits: Limits, span: Span): Diagnostic => ({
  code: 'nesting-depth',
  severity: 'error',
  message: `mappings and lists are nested more than ${depthLimit(limits)} levels deep`,
  span,
  hint: limits.depth < deepest ? 'flatten the steps, or raise the limit with --limit depth=N' : 'flatten the steps',
});

export const tooMany = (what: 'values' | 'characters', limits: Limits, span: Span): Diagnostic => {
  const [name, limit] = what === 'values' ? (['nodes', limits.nodes] as const) : (['size', limits.size] as const);
  return {
    code: 'alias-expansion',
    severity: 'error',
    message: `the file has more than ${count(limit)} ${what} once its aliases are expanded`,
    span,
    hint: `use fewer aliases, or raise the limit with --limit ${name}=N`,
  };
};
