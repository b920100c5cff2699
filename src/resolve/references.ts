/** Reads what a flow shows of the flows that its `ref` steps name. Their own references are not followed, so a circle is no mistake. */
import { allSteps, parseFlow } from '../syntax/index.js';
import type { FlowShape, Scalar } from '../syntax/index.js';
import { findFile } from './files.js';
import type { ResolveContext } from './files.js';
import { resolveFlow } from './resolve.js';
import { fillText, readVariables } from './variables.js';

interface Reference {
  readonly id: string;
  /** '' for a flow without one. */
  readonly title: string;
  /** Whether it is one of the project's flows, and has a page. */
  readonly hasPage: boolean;
}

/** By the value of `ref`. */
export type References = ReadonlyMap<Scalar, Reference>;

/** Each flow is looked for as for `extends`; one that does not exist is reported. Its own mistakes are reported where it is checked. */
export function readReferences({ steps }: FlowShape, context: ResolveContext): References {
  const references = new Map<Scalar, Reference>();
  for (const step of allSteps(steps ?? [])) {
    if (!('ref' in step)) continue;
    const reference = readReference(step.ref, context);
    if (reference) references.set(step.ref, reference);
  }
  return references;
}

function readReference(name: Scalar, context: ResolveContext): Reference | null {
  const found = findFile(name, [], context);
  if (found === null) return null;
  const { source, isShipped } = found;
  const silent = { ...context, report: () => undefined };
  const { shape: own } = parseFlow(source, context.limits);
  const shape = own && resolveFlow(own, source, silent);
  if (!shape?.id) {
    context.report({
      code: 'known-files',
      severity: 'error',
      message: `${JSON.stringify(source.path)} is not a flow that can be referred to: it has no id`,
      span: name.span,
      hint: 'name a flow by its id, or by its file',
    });
    return null;
  }
  const title = shape.title ? fillText(shape.title, readVariables(shape, {}, silent.report)).plain : '';
  return { id: shape.id.value, title, hasPage: shape.page !== undefined && !isShipped };
}
