/**
 * Reads each included file once, so that its mistakes are reported once, and repeated includes are cheap.
 */
import { allSteps, defaultLimits, mapSteps, parseInclude } from '../syntax/index.js';
import type { IncludeFileShape, Scalar, Step } from '../syntax/index.js';
import { findSource } from './files.js';
import type { ResolveContext, Trail } from './files.js';
import { mergeShapes } from './merge.js';

/** The parts of a file that a flow may use. */
type Definitions = Pick<IncludeFileShape, 'participants' | 'boxes' | 'variables'>;

/** Steps with their includes inserted. */
interface Expanded {
  readonly steps: readonly Step[];
  /** The number of steps, including nested ones. */
  readonly size: number;
  /** The definitions of the files that the steps come from. */
  readonly definitions: Definitions;
}

const nothing: Expanded = { steps: [], size: 0, definitions: {} };

export class IncludedFiles {
  readonly #files = new Map<string, Expanded>();
  #isFull = false;

  constructor(readonly context: ResolveContext) {}

  /** Merges the definitions of the files; later files take precedence. */
  definitionsOf(names: readonly Scalar[], trail: Trail): Definitions {
    return names.map((name) => this.#read(name, trail).definitions).reduce(mergeDefinitions, {});
  }

  expandSteps(steps: readonly Step[], trail: Trail): Expanded {
    const brought: Definitions[] = [];
    let size = allSteps(steps).length;
    const insert = (name: Scalar): readonly Step[] => {
      const file = this.#read(name, trail);
      brought.push(file.definitions);
      size += file.size;
      if (!this.#isTooMuch(size, name)) return file.steps;
      size -= file.size;
      return [];
    };
    const expanded = mapSteps(steps, (list) =>
      list.flatMap((step) => ('include' in step ? insert(step.include) : [step])),
    );
    return { steps: expanded, size, definitions: brought.reduce(mergeDefinitions, {}) };
  }

  #read(name: Scalar, trail: Trail): Expanded {
    const source = findSource(name, trail, this.context);
    if (source === null) return nothing;
    const known = this.#files.get(source.path);
    if (known) return known;
    const { shape, diagnostics } = parseInclude(source, this.context.limits);
    diagnostics.forEach(this.context.report);
    const file = shape ? this.#join(shape, [...trail, source]) : nothing;
    this.#files.set(source.path, file);
    return file;
  }

  #join(shape: IncludeFileShape, trail: Trail): Expanded {
    const outer = this.definitionsOf(shape.include ?? [], trail);
    const expanded = this.expandSteps(shape.steps ?? [], trail);
    return { ...expanded, definitions: [outer, expanded.definitions, shape].reduce(mergeDefinitions, {}) };
  }

  /** After the limit is reached once, nothing more is inserted: the flow is not drawn. */
  #isTooMuch(size: number, name: Scalar): boolean {
    const { nodes } = this.context.limits ?? defaultLimits;
    if (this.#isFull || size <= nodes) return this.#isFull;
    this.context.report({
      code: 'include-expansion',
      severity: 'error',
      message: `the flow has more than ${nodes.toLocaleString('en')} steps including those of its includes`,
      span: name.span,
      hint: 'include fewer steps, or raise the limit with --limit nodes=N',
    });
    this.#isFull = true;
    return true;
  }
}

export function mergeDefinitions(base: Definitions, over: Definitions): Definitions {
  return mergeShapes(pickDefinitions(base), pickDefinitions(over));
}

const pickDefinitions = ({ participants, boxes, variables }: Definitions): Definitions => ({
  ...(participants ? { participants } : {}),
  ...(boxes ? { boxes } : {}),
  ...(variables ? { variables } : {}),
});
