/** The second stage: one whole flow from its file and the files that it names. */
import type { Report } from '../diagnostic.js';
import type { Source } from '../source.js';
import { parseFlow } from '../syntax/parse.js';
import type { FlowShape } from '../syntax/schema.js';
import { extendFlow } from './extend.js';
import { findSource } from './files.js';
import type { ReadSource, Trail } from './files.js';
import { applyIncludes } from './include.js';

export interface ResolveContext {
  readonly readSource: ReadSource;
  readonly report: Report;
}

/**
 * Works in `include` and `extends`; each file's own mistakes are reported at their own places. Null where there is no base
 * to extend.
 */
export function resolveFlow(shape: FlowShape, source: Source, context: ResolveContext): FlowShape | null {
  const whole = resolve(shape, [source], context);
  if (whole === null) return null;
  const { include: _include, extends: _extends, patch: _patch, ...flow } = whole;
  return flow;
}

function resolve(shape: FlowShape, trail: Trail, context: ResolveContext): FlowShape | null {
  const { readSource, report } = context;
  if (!shape.extends) {
    reportLonelyPatch(shape, report);
    return applyIncludes(shape, trail, readSource, report);
  }
  const source = findSource(shape.extends, trail, readSource, report);
  const { shape: base, diagnostics } = source ? parseFlow(source) : { shape: null, diagnostics: [] };
  diagnostics.forEach(report);
  const whole = source && base && resolve(base, [...trail, source], context);
  return whole && applyIncludes(extendFlow(whole, shape, report), trail, readSource, report);
}

function reportLonelyPatch({ patch }: FlowShape, report: Report): void {
  const [first] = patch ?? [];
  const target = first && (first.at ?? first.before ?? first.after ?? first.remove);
  if (!target) return;
  report({
    code: 'patch-form',
    severity: 'error',
    message: '"patch" changes the steps of a flow that "extends" names, and there is none',
    span: target.span,
    hint: 'add "extends: <flow>", or change the steps themselves',
  });
}
