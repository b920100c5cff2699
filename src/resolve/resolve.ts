/** The second stage: builds one complete flow from its file and the files that it refers to. */
import type { Report, Source } from '../source/index.js';
import { fieldsOf, flowSchema, parseFlow } from '../syntax/index.js';
import type { FlowShape } from '../syntax/index.js';
import { extendFlow } from './extend.js';
import { findSource } from './files.js';
import type { ResolveContext, Trail } from './files.js';
import { applyIncludes } from './include.js';
import { IncludedFiles } from './included-files.js';
import { placeParticipants } from './place-participants.js';

/**
 * Applies `include` and `extends`; mistakes are reported in the file that has them. Null where there is no base
 * to extend.
 */
export function resolveFlow(shape: FlowShape, source: Source, context: ResolveContext): FlowShape | null {
  return resolve(shape, [source], new IncludedFiles(context));
}

function resolve(shape: FlowShape, trail: Trail, files: IncludedFiles): FlowShape | null {
  const { context } = files;
  if (!shape.extends) {
    reportLonelyPatch(shape, context.report);
    const flow = placed(applyIncludes(shape, trail, files), context);
    return shape.include ? ordered(flow) : flow;
  }
  const source = findSource(shape.extends, trail, context);
  const { shape: base, diagnostics } = source ? parseFlow(source, context.limits) : { shape: null, diagnostics: [] };
  diagnostics.forEach(context.report);
  const whole = source && base && resolve(base, [...trail, source], files);
  return whole && ordered(placed(applyIncludes(extendFlow(whole, shape, context.report), trail, files), context));
}

/** Sorts the keys as in the schema, because keys from other files have no position in this one. */
function ordered(flow: FlowShape): FlowShape {
  const keys = Object.keys(fieldsOf(flowSchema)) as (keyof FlowShape)[];
  const inOrder = Object.fromEntries(keys.flatMap((key) => (flow[key] ? [[key, flow[key]]] : [])));
  return { ...inOrder, ...flow };
}

const placed = (flow: FlowShape, { report }: ResolveContext): FlowShape =>
  flow.participants ? { ...flow, participants: placeParticipants(flow.participants, report) } : flow;

function reportLonelyPatch({ patch }: FlowShape, report: Report): void {
  const [first] = patch ?? [];
  const target = first && (first.at ?? first.before ?? first.after ?? first.remove);
  const name = target?.id ?? target?.replyTo;
  if (!name) return;
  report({
    code: 'patch-form',
    severity: 'error',
    message: '"patch" needs "extends": it changes the steps of the base',
    span: name.span,
    hint: 'add "extends: <flow>", or change the steps directly',
  });
}
