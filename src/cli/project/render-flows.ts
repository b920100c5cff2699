/** Renders compiled flows. */
import { renderFlow } from '../../render.js';
import type { Rendered, RenderOptions } from '../../render.js';
import type { Diagnostic } from '../../source/index.js';
import type { CompiledFlow } from './compile-flows.js';
import { withoutThrowing } from './without-throwing.js';

interface RenderedFlow extends Rendered {
  readonly compiled: CompiledFlow;
}

/** Renders one flow after the other, so that each can be written before the next one starts. */
export function* renderFlows(flows: readonly CompiledFlow[], options: RenderOptions): Generator<RenderedFlow> {
  const failed = (diagnostic: Diagnostic): Rendered => ({ artifacts: [], diagnostics: [diagnostic] });
  for (const compiled of flows) {
    const rendered = withoutThrowing(compiled.source, () => renderFlow(compiled.flow, options), failed);
    yield { compiled, ...rendered };
  }
}
