/** A part of a flow, as slides and `--step` show it, begins and ends the same activations as the whole flow. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { packagedDesign } from '../../src/design.js';
import type { Excerpt, Flow, Script, ScriptStep } from '../../src/model/index.js';
import { flatSteps, stepLists } from '../../src/model/index.js';
import { openMaking } from '../../src/outputs/index.js';
import { putIntoWords } from '../../src/words/index.js';
import { parseWith, versions } from '../mermaid/parser.js';
import { runs } from '../runs.js';

type Data = Readonly<Record<string, unknown>>;

const party = fc.constantFrom('A', 'B', 'C');
const rarely = fc.boolean().chain((likely) => (likely ? fc.boolean() : fc.constant(false)));

const { steps: anySteps } = fc.letrec<{ step: Data; steps: readonly Data[] }>((tie) => {
  const branches = fc.array(tie('steps'), { minLength: 1, maxLength: 2 });
  const named = branches.map((lists) => Object.fromEntries(lists.map((steps, index) => [`branch ${index}`, steps])));
  return {
    step: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ from: party, to: party, text: fc.constant('x'), activate: rarely, deactivate: rarely }),
      fc.record({ activate: party }),
      fc.record({ deactivate: party }),
      fc.record({ note: fc.constant('beside'), over: party }),
      named.map((alt) => ({ alt })),
      named.map((par) => ({ par })),
      named.map((critical) => ({ critical })),
      fc.record({ opt: fc.constant('perhaps'), steps: tie('steps') }),
      fc.record({ loop: fc.constant('again'), steps: tie('steps') }),
      fc.record({ break: fc.constant('failed'), steps: tie('steps') }),
      fc.record({ rect: fc.constant('red'), steps: tie('steps') }),
    ),
    steps: fc.array(tie('step'), { minLength: 1, maxLength: 4, depthIdentifier: 'steps' }),
  };
});

type Depths = ReadonlyMap<string, number>;

/** The same steps without the deactivations of parties that are not active, which no flow can have. */
function repair(steps: readonly Data[], before: Depths): { readonly steps: readonly Data[]; readonly after: Depths } {
  let after = before;
  const change = (party: unknown, by: number): boolean => {
    const depth = (after.get(String(party)) ?? 0) + by;
    if (depth >= 0) after = new Map(after).set(String(party), depth);
    return depth >= 0;
  };
  const repaired = steps.flatMap((step): Data[] => {
    if ('from' in step) {
      if (step.activate === true) change(step.to, 1);
      return [{ ...step, deactivate: step.deactivate === true && change(step.from, -1) }];
    }
    if ('activate' in step) return change(step.activate, 1) ? [step] : [];
    if ('deactivate' in step) return change(step.deactivate, -1) ? [step] : [];
    const kind = (['alt', 'par', 'critical'] as const).find((name) => name in step);
    const [start, lists] = [after, kind ? (step[kind] as Record<string, readonly Data[]>) : null];
    const inside = (list: readonly Data[]): readonly Data[] => {
      const branch = repair(list, start);
      after = branch.after;
      return branch.steps;
    };
    if (kind && lists)
      return [{ [kind]: Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, inside(list)])) }];
    return 'steps' in step ? [{ ...step, steps: inside(step.steps as readonly Data[]) }] : [step];
  });
  return { steps: repaired, after };
}

const flows = fc
  .tuple(anySteps, fc.func(fc.integer({ min: 0, max: 3 })))
  .map(([steps, dice]) => {
    const data = repair(steps, new Map()).steps.map((step, index) =>
      dice(index) === 0 ? { ...step, phase: `Phase ${index}` } : step,
    );
    const head = { id: 'flow', title: 'Flow', participants: { A: 'A', B: 'B', C: 'C' } };
    return JSON.stringify({ ...head, steps: data });
  })
  .filter((text) => /"(?:from|note)"/.test(text));

/** The words of each message and note, with how often each party is then active, where branches begin as their fragment did. */
function depthsIn(script: Script): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const follow = (steps: readonly ScriptStep[], before: Depths): Depths =>
    steps.reduce((now, step) => {
      const lists = stepLists(step);
      if (lists.length > 0) return lists.map((list) => follow(list, now)).at(-1) ?? now;
      if (step.kind === 'activation') return changed(now, step.participant, step.active ? 1 : -1);
      if (step.kind !== 'message' && step.kind !== 'note') return now;
      found.set(step.step, JSON.stringify([...now].filter(([, depth]) => depth !== 0).sort()));
      if (step.kind === 'note') return now;
      const started = step.activate ? changed(now, step.to, 1) : now;
      return step.deactivate ? changed(started, step.from, -1) : started;
    }, before);
  follow(script.steps, new Map());
  return found;
}

const changed = (depths: Depths, party: string, by: number): Depths =>
  new Map(depths).set(party, (depths.get(party) ?? 0) + by);

/** Some of its activations may be open. */
const flowOf = (text: string): Flow => compileFlow({ path: 'flow.yaml', text }).flow ?? expect.fail();

const design = packagedDesign();
const inWords = (flow: Flow, excerpt: Excerpt | null) => putIntoWords(flow, 'mermaid', design.templates, { excerpt });
const drawn = (flow: Flow): readonly string[] =>
  [...flatSteps(flow.steps)].filter(({ kind }) => kind === 'message' || kind === 'note').map(({ id }) => id);

describe('a part of a flow', () => {
  test('has the activations of the whole flow at each of its steps', () => {
    fc.assert(
      fc.property(flows, fc.func(fc.boolean()), (text, choose) => {
        const flow = flowOf(text);
        const excerpt = new Set(drawn(flow).filter((id) => choose(id)));
        const whole = depthsIn(inWords(flow, null));
        const part = depthsIn(inWords(flow, excerpt));
        expect([...part.keys()]).toEqual([...excerpt]);
        expect([...part]).toEqual([...whole].filter(([id]) => excerpt.has(id)));
      }),
      { numRuns: runs(500) },
    );
  });

  test.each(versions)('is read by %s, wherever it is cut', async (version) => {
    await fc.assert(
      fc.asyncProperty(flows, fc.integer({ min: 1, max: 7 }), async (text, size) => {
        const flow = flowOf(text);
        const ids = drawn(flow);
        for (let start = 0; start < ids.length; start += size) {
          const excerpt = new Set(ids.slice(start, start + size));
          const making = openMaking(flow, { design, excerpt }, () => undefined);
          await parseWith(version, making.mermaid() ?? expect.fail());
        }
      }),
      { numRuns: runs(15) },
    );
  });
});
