/** Finds partials that would call each other forever. */
import type { Report } from '../../source/index.js';
import type { Call } from './check-call.js';

type Calls = ReadonlyMap<string, readonly Call[]>;

/**
 * A call that passes on a part of the view ends, because views are finite trees. Calls that pass on the whole
 * view must not return to where they began.
 */
export function reportEndlessCalls(calls: Calls, report: Report): void {
  for (const caller of calls.keys()) {
    for (const { name, span } of wholeCalls(caller, calls)) {
      const way = wayTo(caller, name, calls, new Set());
      if (!way) continue;
      const message = `partial calls itself with the same view: ${[caller, ...way].join(' → ')}`;
      const hint = 'it would never end; pass a part of the view: {{> name field}}';
      report({ code: 'finite-templates', severity: 'error', message, span, hint });
    }
  }
}

const wholeCalls = (caller: string, calls: Calls): readonly Call[] =>
  (calls.get(caller) ?? []).filter((call) => !call.view.isPart);

/** The chain of partials from one to another, including both; null if there is none. */
function wayTo(goal: string, from: string, calls: Calls, seen: Set<string>): readonly string[] | null {
  if (from === goal) return [goal];
  if (seen.has(from)) return null;
  seen.add(from);
  for (const { name } of wholeCalls(from, calls)) {
    const way = wayTo(goal, name, calls, seen);
    if (way) return [from, ...way];
  }
  return null;
}
