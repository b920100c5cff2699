/** The steps of a script in the order in which a picture draws them. */
import type {
  ScriptBranch,
  ScriptDelay,
  ScriptFragment,
  ScriptHighlight,
  ScriptMessage,
  ScriptNote,
  ScriptPhase,
  ScriptReference,
  ScriptStep,
} from '../../../src/model/script.js';
import type { SceneStep } from '../../../src/scene/scene.js';

/** What one group of a scene draws. */
export type Told =
  /** `hung`: the notes that are drawn with it; the others have groups of their own. */
  | { readonly kind: 'message'; readonly step: ScriptMessage; readonly hung: readonly ScriptNote[] }
  | { readonly kind: 'note'; readonly step: ScriptNote; readonly isAttached: boolean }
  | { readonly kind: 'phase'; readonly step: ScriptPhase }
  | { readonly kind: 'delay'; readonly step: ScriptDelay }
  | { readonly kind: 'ref'; readonly step: ScriptReference }
  | { readonly kind: 'branch'; readonly step: ScriptFragment; readonly branch: ScriptBranch }
  | { readonly kind: 'region'; readonly step: ScriptHighlight };

/** A frame or a region, and the groups inside of it, by index: from the first up to, and without, the last. */
export interface Enclosure {
  readonly kind: 'frame' | 'region';
  readonly first: number;
  readonly end: number;
}

export interface Telling {
  readonly told: readonly Told[];
  /** Outer before inner. */
  readonly enclosures: readonly Enclosure[];
  /** The groups of branches and regions, by index, and the index behind the last group that each holds. */
  readonly holds: ReadonlyMap<number, number>;
  /** By participant: how many groups stand before the last step that only activates it. */
  readonly activated: ReadonlyMap<string, number>;
}

export function tellSteps(steps: readonly ScriptStep[], groups: readonly SceneStep[]): Telling {
  const told: Told[] = [];
  const enclosures: Enclosure[] = [];
  const holds = new Map<number, number>();
  const activated = new Map<string, number>();
  const enclose = (kind: Enclosure['kind'], tellInside: () => void): void => {
    const at = enclosures.length;
    const first = told.length;
    enclosures.push({ kind, first, end: first });
    tellInside();
    enclosures[at] = { kind, first, end: told.length };
  };
  const visit = (step: ScriptStep): void => {
    if (step.kind === 'numbering') return;
    if (step.kind === 'activation') {
      if (step.active) activated.set(step.participant, told.length);
    } else if (step.kind === 'message') told.push(...tellMessage(step, groups.slice(told.length)));
    else if (step.kind === 'highlight')
      enclose('region', () => {
        // Only its tone has something to say.
        const at = step.tone ? told.push({ kind: 'region', step }) - 1 : null;
        step.steps.forEach(visit);
        if (at !== null) holds.set(at, told.length);
      });
    else if (step.kind === 'fragment')
      enclose('frame', () => {
        for (const branch of step.branches) {
          const at = told.push({ kind: 'branch', step, branch }) - 1;
          branch.steps.forEach(visit);
          holds.set(at, told.length);
        }
      });
    else told.push({ kind: step.kind, step, isAttached: false } as Told);
  };
  steps.forEach(visit);
  return { told, enclosures, holds, activated };
}

/** Its notes hang under it, or follow it beside or over lifelines. */
function tellMessage(step: ScriptMessage, [, ...after]: readonly SceneStep[]): readonly Told[] {
  const hung: ScriptNote[] = [];
  const apart: Told[] = [];
  for (const note of step.notes) {
    const group = after[apart.length];
    if (group?.kind === 'note' && group.step === note.step) apart.push({ kind: 'note', step: note, isAttached: true });
    else hung.push(note);
  }
  return [{ kind: 'message', step, hung }, ...apart];
}

/** The groups that are not what the script says, or not in its order. */
export function checkOrder({ told }: Telling, groups: readonly SceneStep[]): readonly string[] {
  const wanted = told.map(({ kind, step }) => `${kind} ${step.step}`);
  const found = groups.map(({ kind, step }) => `${kind} ${step}`);
  const at = wanted.findIndex((one, index) => one !== found[index]);
  if (at >= 0) return [`group ${at + 1} is "${found[at] ?? 'missing'}", not "${wanted[at] ?? ''}"`];
  if (found.length > wanted.length)
    return [`group ${wanted.length + 1}, "${found[wanted.length] ?? ''}", is not of the script`];
  return [];
}
