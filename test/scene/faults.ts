/** Faults to plant in a right scene, each of another kind, with what the checker must say of it. */
import type { Item, Role, Scene, SceneStep, Shape, TextItem } from '../../src/scene/scene.js';

type Part = Shape | TextItem;

/** Gets a scene and returns it with one fault. */
export interface Fault {
  readonly plant: (scene: Scene) => Scene;
  readonly says: RegExp;
}

type Matches = (part: Part) => boolean;

/** Replaces the first part that matches, wherever it is; by nothing if the change is null. */
function changed(scene: Scene, matches: Matches, change: (part: Part) => readonly Part[]): Scene {
  let isDone = false;
  const inItems = (items: readonly Item[]): readonly Item[] => items.flatMap((item) => inItem(item));
  const inItem = (item: Item): readonly Item[] => {
    if (item.kind === 'link') return [{ ...item, items: inItems(item.items) as Part[] }];
    if (isDone || !matches(item)) return [item];
    isDone = true;
    return change(item);
  };
  const under = inItems(scene.under);
  const steps = scene.steps.map((step) => ({ ...step, items: inItems(step.items) }));
  return { ...scene, under, steps, heads: inItems(scene.heads) };
}

const first =
  (matches: Matches, change: (part: Part) => Part) =>
  (scene: Scene): Scene =>
    changed(scene, matches, (part) => [change(part)]);
const dropped =
  (matches: Matches) =>
  (scene: Scene): Scene =>
    changed(scene, matches, () => []);

const is =
  (role: Role, kind?: Part['kind'], participant?: string): Matches =>
  (part) =>
    part.role === role && (kind ?? part.kind) === part.kind && (participant ?? part.participant) === part.participant;
const says =
  (words: string): Matches =>
  (part) =>
    part.kind === 'text' && part.runs.some(({ text }) => text.includes(words));

/** Moves and stretches; each kind of part takes what it has. */
function moved(part: Part, dx: number, dy: number): Part {
  if (part.kind !== 'line') return { ...part, x: part.x + dx, y: part.y + dy };
  return { ...part, x1: part.x1 + dx, x2: part.x2 + dx, y1: part.y1 + dy, y2: part.y2 + dy };
}
const move = (matches: Matches, dx: number, dy = 0) => first(matches, (part) => moved(part, dx, dy));

const sized = (part: Part, width: number, height: number): Part =>
  part.kind === 'rect' ? { ...part, width: part.width + width, height: part.height + height } : part;

const coloured = (part: Part, color: string): Part => {
  if (part.kind === 'text') return { ...part, runs: part.runs.map((run) => ({ ...run, color })) };
  return part.stroke ? { ...part, stroke: { ...part.stroke, color } } : part;
};
const colour = (matches: Matches, color: string) => first(matches, (part) => coloured(part, color));

const reworded = (matches: Matches, change: (text: string) => string) =>
  first(matches, (part) =>
    part.kind === 'text' ? { ...part, runs: part.runs.map((run) => ({ ...run, text: change(run.text) })) } : part,
  );

const inStep =
  (index: number, change: (step: SceneStep) => SceneStep) =>
  (scene: Scene): Scene => ({
    ...scene,
    steps: scene.steps.with(index, change(scene.steps[index]!)),
  });

const line = (role: Role, from: readonly [number, number], to: readonly [number, number]): Part => ({
  kind: 'line',
  role,
  ...{ x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
  stroke: { color: 'line', width: 1, dash: '', round: false },
});

/** Adds a part under the steps, over the first part that matches. */
const overlaid =
  (matches: Matches, make: (part: TextItem) => Part) =>
  (scene: Scene): Scene => {
    const parts = [...scene.steps.flatMap(({ items }) => items), ...scene.heads];
    const found = parts.find((part): part is TextItem => part.kind === 'text' && matches(part))!;
    return { ...scene, under: [...scene.under, make(found)] };
  };

/** For sample.yaml. */
export const faults: Readonly<Record<string, Fault>> = {
  'a letter of a label is missing': {
    plant: reworded(says('Open the shop'), (text) => text.slice(1)),
    says: /label of message .* says/,
  },
  'a line of a label is missing': { plant: dropped(says('proof')), says: /label of message .* says/ },
  'a line of a note is missing': { plant: dropped(says('response_type')), says: /a note of message .* says/ },
  'a note is empty': { plant: dropped(says('TLS')), says: /note .* says ""/ },
  'a number is wrong': { plant: reworded(is('number'), () => '7'), says: /the number of message/ },
  'a name is missing': { plant: dropped(says('Web shop')), says: /names of C/ },
  'a title of a box is missing': { plant: dropped(is('zone-title')), says: /titles of boxes/ },
  'the heading is missing': { plant: dropped(is('heading')), says: /the heading/ },
  'a phase has no title': { plant: dropped(is('phase')), says: /phase .* says/ },
  'the label of a branch is missing': { plant: dropped(says('signed in')), says: /label of branch/ },
  'an operator is missing': { plant: dropped(is('operator')), says: /operator/ },
  'a delay says nothing': { plant: dropped(is('delay')), says: /delay .* says/ },
  'a reference says nothing': { plant: dropped(is('ref', 'text')), says: /ref .* says/ },
  'a text is wider than it says': {
    plant: first(says('Open the shop'), (part) => ({ ...part, width: 20 }) as Part),
    says: /the width of label/,
  },
  'two texts overlap': { plant: move(says('authorization_pending'), 0, -42), says: /meets label|label .* meets/ },
  'two lines of a text overlap': { plant: move(says('response_type'), 0, -10), says: /note .* meets note/ },
  'a lifeline runs through a text': {
    plant: overlaid(says('Open the shop'), ({ x, y }) => line('lifeline', [x + 20, y - 30], [x + 20, y + 30])),
    says: /lifeline .* meets label/,
  },
  'a line runs through a text': {
    plant: overlaid(says('Open the shop'), ({ x, y }) => line('branch-line', [x, y - 4], [x + 40, y - 4])),
    says: /branch-line .* meets label/,
  },
  'an arrow runs through its label': { plant: move(is('arrow', 'line'), 0, -12), says: /arrow .* meets label/ },
  'a card is drawn over its text': {
    plant: (scene) => ({
      ...scene,
      steps: scene.steps.map((step) => ({
        ...step,
        items: step.kind === 'note' ? step.items.toReversed() : step.items,
      })),
    }),
    says: /card .* hides note/,
  },
  'the edge of a frame runs through a label': { plant: move(is('frame'), 60), says: /frame .* meets/ },
  'something leaves the picture': { plant: move(says('Audit'), 900), says: /leaves the picture/ },
  'an arrow stops before its lifeline': {
    plant: first(is('arrow', 'line'), (part) => ({ ...part, x1: part.kind === 'line' ? part.x1 + 20 : 0 }) as Part),
    says: /ends at .*, not at/,
  },
  'an arrow goes to the wrong participant': {
    plant: first(is('arrow', 'line'), (part) => ({ ...part, x2: 700 }) as Part),
    says: /ends at .*, not at/,
  },
  'an arrow has no head': { plant: dropped(is('arrow-head')), says: /has 0 heads/ },
  'a head points the wrong way': {
    plant: first(is('arrow-head'), (part) => ({ ...part, box: [0, -4.5, 9, 4.5] }) as Part),
    says: /points the wrong way|px from the end/,
  },
  'a head is not at its line': { plant: move(is('arrow-head'), 0, 6), says: /not at the height/ },
  'a loop is not at its lifeline': { plant: move(is('arrow', 'path'), 12), says: /begins .* px from/ },
  'a message has no arrow': { plant: dropped(is('arrow')), says: /has 0 arrows/ },
  'a frame does not hold its steps': {
    plant: first(is('frame'), (part) => sized(part, 0, -60)),
    says: /not inside of its frame/,
  },
  'a frame is missing': { plant: dropped(is('frame')), says: /frames, not/ },
  'a frame holds what follows it': {
    plant: first(is('frame'), (part) => sized(part, 0, 60)),
    says: /does not hold it/,
  },
  'a region does not hold its steps': {
    plant: first(is('region'), (part) => sized(part, -400, 0)),
    says: /not inside of its region/,
  },
  'nested frames touch': {
    plant: (scene) => {
      const [inner, outer] = scene.under.filter(({ role }) => role === 'frame');
      if (inner?.kind !== 'rect' || outer?.kind !== 'rect') return scene;
      return first(
        (part) => part === inner,
        (part) => ({ ...part, x: outer.x, width: outer.width }) as Part,
      )(scene);
    },
    says: /not well inside/,
  },
  'a lifeline has a gap': { plant: dropped(is('lifeline', 'line', 'RS')), says: /lifeline of RS .* has a gap/ },
  'a lifeline ends early': {
    plant: (scene) => {
      const last = scene.under.findLast(is('lifeline', 'line', 'AS') as (item: Item) => boolean);
      return first(
        (part) => part === last,
        (part) => ({ ...part, y2: part.kind === 'line' ? part.y1 + 5 : 0 }) as Part,
      )(scene);
    },
    says: /lifeline of AS .* has a gap/,
  },
  'a destroyed participant lives on': {
    plant: (scene) => {
      const last = scene.under.findLast(is('lifeline', 'line', 'W') as (item: Item) => boolean);
      return first(
        (part) => part === last,
        (part) => ({ ...part, y2: scene.height - 20 }) as Part,
      )(scene);
    },
    says: /lifeline of W goes on/,
  },
  'a created participant is there from the start': {
    plant: first(is('lifeline', 'line', 'W'), (part) => ({ ...part, y1: 150 }) as Part),
    says: /lifeline of W begins above its head/,
  },
  'a lifeline is not straight': {
    plant: first(
      is('lifeline', 'line', 'C'),
      (part) => ({ ...part, x2: part.kind === 'line' ? part.x2 + 3 : 0 }) as Part,
    ),
    says: /lifeline of C is at/,
  },
  'a head is beside its lifeline': {
    plant: (scene) => move(is('head', 'rect', 'RS'), 5)(scene),
    says: /head of RS .* is not over/,
  },
  'two heads overlap': {
    plant: first(is('head', 'rect', 'C'), (part) => sized(part, 300, 0)),
    says: /head .* overlaps head/,
  },
  'a bar is beside its lifeline': { plant: move(is('bar'), 60), says: /a bar of AS .* is not on/ },
  'digits leave their badge': { plant: move(is('number'), 9), says: /number .* is not inside of its badge/ },
  'a note leaves its card': { plant: move(says('TLS'), 0, 12), says: /note .* is not inside of its card|meets note/ },
  'an operator leaves its pill': { plant: move(is('operator'), 24), says: /operator .* is not inside/ },
  'a name leaves its head': { plant: move(says('Alice'), 30), says: /name .* is not inside of its head/ },
  'a title leaves its band': { plant: move(is('phase'), 0, 9), says: /phase .* is not inside of its band|meets phase/ },
  'a text cannot be read': { plant: colour(says('Open the shop'), 'hair'), says: /hair on .* has a contrast/ },
  'a line cannot be seen': { plant: colour(is('lifeline'), 'hair'), says: /hair on .* has a contrast/ },
  'the edge of a head cannot be seen': { plant: colour(is('head', 'rect'), 'hair'), says: /hair on .* has a contrast/ },
  'a colour has no name': { plant: colour(is('lifeline'), 'grey'), says: /the palette has no grey/ },
  'a colour is none': {
    plant: (scene) => ({ ...scene, colors: { ...scene.colors, ink: { light: 'black', dark: '#ffffff' } } }),
    says: /ink is not a colour/,
  },
  'two steps changed places': {
    plant: (scene) => ({ ...scene, steps: scene.steps.with(1, scene.steps[3]!).with(3, scene.steps[1]!) }),
    says: /group 2 is/,
  },
  'a step is missing': { plant: (scene) => ({ ...scene, steps: scene.steps.slice(0, -1) }), says: /is "missing"/ },
  'a step is there twice': {
    plant: (scene) => ({ ...scene, steps: [...scene.steps, scene.steps.at(-1)!] }),
    says: /is not of the script/,
  },
  'a step has another id': {
    plant: inStep(2, (step) => ({ ...step, step: 'other' })),
    says: /group 3 is "message other"/,
  },
  'rows overlap': { plant: inStep(2, (step) => ({ ...step, top: step.top - 40 })), says: /begins above the end of/ },
};
