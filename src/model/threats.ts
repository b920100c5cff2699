/** The threats of a flow, each with an id by which other documents can refer to it. */
import type { Flow } from './flow.js';
import { slug } from './step-ids.js';
import type { Step, Threat } from './step.js';
import { flatSteps } from './tree.js';

export interface ListedThreat {
  /**
   * `login/authorize/the-code-is-stolen`: the flow's id, the step's id and the threat's title, as kebab-case; `-2` behind the second one of
   * a step with the same words. It stays when other threats or steps are added, and when the mitigation or the category changes. It is
   * unique among all flows, since ids of flows are.
   */
  readonly id: string;
  readonly step: Step;
  readonly threat: Threat;
}

/** In document order. */
export function listThreats(flow: Flow): readonly ListedThreat[] {
  const counts = new Map<string, number>();
  return [...flatSteps(flow.steps)].flatMap((step) =>
    step.threats.map((threat): ListedThreat => {
      const wanted = `${flow.id}/${step.id}/${slug(threat.title.plain) || 'threat'}`;
      const count = (counts.get(wanted) ?? 0) + 1;
      counts.set(wanted, count);
      return { id: count === 1 ? wanted : `${wanted}-${count}`, step, threat };
    }),
  );
}
