/** Flows as files of draw.io: all that are shipped, all constructs, and those on which other pictures come out wrong. */
import { renderFlow } from '../../src/render.js';
import type { Flow } from '../../src/model/flow.js';
import { construct, constructs } from '../constructs/constructs.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { loadFixture, namesIn } from '../picture/fixtures.js';

export interface Sample {
  /** `flow client-credentials` */
  readonly name: string;
  readonly load: () => Flow;
}

export const shipped: readonly Sample[] = flowIds.map((id) => ({ name: `flow ${id}`, load: () => loadFlow(id) }));

export const samples: readonly Sample[] = [
  ...shipped,
  ...constructs.map((name) => ({ name: `construct ${name}`, load: () => construct(name).flow })),
  ...namesIn('pictures').map((name) => ({ name: `picture ${name}`, load: () => loadFixture('pictures', name) })),
];

/** The file of a flow. */
export function drawioOf(flow: Flow): string {
  const [artifact] = renderFlow(flow, { formats: ['drawio'] }).artifacts;
  if (!artifact) throw new Error(`${flow.id} has no file`);
  return artifact.content;
}

/** What no label may become: markup, entities, placeholders, formulas, styles. */
export const hostile = '<img src=x onerror=alert(1)> &lt;b&gt; "q" \'a\' %name% $$x$$ ; = ]]> <!-- -->';
