/** Any script and any options, made from a source of choices. */
import fc from 'fast-check';
import type { AsciiOptions } from '../../src/text-diagram/options.js';
import { participantShapes } from '../../src/model/flow.js';
import type {
  Script,
  ScriptBox,
  ScriptFragment,
  ScriptMessage,
  ScriptNote,
  ScriptStep,
} from '../../src/model/script.js';
import { participant, script } from './scripts.js';
import { arrowHeads, fragmentTypes, type Arrow } from '../../src/model/step.js';
import { span } from '../builders/flow.js';
import { reference } from '../builders/script-steps.js';
import { operatorOf } from '../builders/english.js';

type Choose = fc.GeneratorValue;

const words = [
  'POST /token',
  'grant_type=client_credentials',
  '{ "access_token": "eyJ…" }',
  '  indented',
  'a',
  '401',
  'x',
  'or',
  '日本語',
  'ログイン',
  '한국어',
  '用户 login',
  'e\u0301toile',
  'हिन्दी',
  'ไทย',
  '🔐',
  '🔐 secret',
  '👩‍💻 dev',
  '🇩🇪',
  'I ❤️ it',
  '1️⃣ first',
  '☎︎',
  'שלום',
  'مرحبا a',
  '\u202edoes\u202c',
  '\u2067open',
  'closed\u2069',
  '│',
  '┌──┐',
  '─>│',
  '+--+',
  '|',
  '#',
  '-->',
  '[ok]',
  '# |',
  'a\tb',
  `e${'e\u0301'.repeat(40)}`,
  '認可サーバーでログインし、リダイレクト（コード）を受け取る。',
  'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ'.repeat(3),
  'https://login.example.com/authorize?response_type=code&client_id=s6BhdRkqt3&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw',
];
const word = fc.constantFrom(...words);
const line = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 2, arbitrary: fc.array(word, { minLength: 2, maxLength: 3 }).map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: fc.constant('') },
);
const lines = fc.array(line, { maxLength: 3 });
const arrow: fc.Arbitrary<Arrow> = fc.oneof(
  fc.record({
    line: fc.constantFrom('solid', 'dotted'),
    head: fc.constantFrom(...arrowHeads),
    both: fc.constant(false),
  }),
  fc.record({ line: fc.constantFrom('solid', 'dotted'), head: fc.constant('filled'), both: fc.constant(true) }),
);

export const options: fc.Arbitrary<AsciiOptions> = fc.record({
  style: fc.constantFrom('full', 'compact', 'rfc'),
  boxes: fc.boolean(),
  self: fc.constantFrom('loop', 'text'),
  charset: fc.constantFrom('unicode', 'ascii'),
  corners: fc.constantFrom('square', 'rounded'),
  width: fc.constant(null),
});

/** Keeps account of who is there, so that steps make sense. */
class Scene {
  number = 0;
  /** How many more steps there may be. */
  budget: number;
  readonly alive: string[];
  readonly unborn: string[];

  constructor(
    readonly g: Choose,
    ids: readonly string[],
  ) {
    this.budget = g(fc.integer, { min: 0, max: 25 });
    const later = ids.slice(1).filter(() => this.chance(8));
    this.alive = ids.filter((id) => !later.includes(id));
    this.unborn = later;
  }

  /** One time in `times`. */
  chance(times: number): boolean {
    return this.g(fc.nat, times - 1) === 0;
  }

  someone(): string {
    return this.g(fc.constantFrom<string[]>, ...this.alive);
  }

  lines(): string[] {
    return this.g(() => lines);
  }
}

function makeReference(scene: Scene): ScriptStep {
  const [one, other] = [scene.someone(), scene.someone()];
  const participants: ScriptNote['participants'] = scene.chance(2) ? [one, other] : [one];
  return reference(participants, scene.lines());
}

function makeNote(scene: Scene): ScriptNote {
  const placement = scene.g(fc.constantFrom<ScriptNote['placement'][]>, 'left', 'right', 'over');
  const [one, other] = [scene.someone(), scene.someone()];
  const participants: ScriptNote['participants'] = placement === 'over' && scene.chance(2) ? [one, other] : [one];
  return { kind: 'note', body: 'text', step: '', tone: null, placement, participants, lines: scene.lines() };
}

function makeMessage(scene: Scene): ScriptMessage {
  const loose = scene.chance(8) ? scene.g(fc.constantFrom<('[' | ']')[]>, '[', ']') : null;
  const isFound = loose !== null && scene.chance(2);
  const from = isFound ? loose : scene.someone();
  const created = loose === null && scene.unborn.length > 0 && scene.chance(3) ? scene.unborn.shift() : undefined;
  const to = created ?? (loose !== null && !isFound ? loose : scene.someone());
  const destroyed =
    created === undefined && loose === null && scene.alive.length > 1 && scene.chance(15)
      ? scene.g(fc.constantFrom<string[]>, from, to)
      : '';
  if (created !== undefined) scene.alive.push(created);
  scene.number += 1;
  const mark = scene.chance(3) ? '↪ ' : '';
  const prefix = scene.chance(2) ? `${scene.number}. ` : '';
  const [first = '', ...rest] = scene.lines();
  const isEmpty = prefix + mark + first === '' && rest.length === 0;
  const message: ScriptMessage = {
    kind: 'message',
    step: '',
    id: '',
    span,
    from,
    to,
    prefix,
    mark,
    lines: isEmpty ? [] : [first, ...rest],
    number: prefix === '' ? '' : String(scene.number),
    shownNumber: prefix === '' ? '' : String(scene.number),
    arrow: scene.g(() => arrow),
    isReply: scene.chance(3),
    channel: scene.g(fc.constantFrom<ScriptMessage['channel'][]>, 'front', 'back', 'local'),
    redirectLeg: null,
    activate: (loose === null || isFound) && scene.chance(4),
    deactivate: !isFound && scene.chance(4),
    create: created !== undefined,
    destroy: destroyed,
    tone: null,
    notes: scene.chance(4) ? [makeNote(scene)] : [],
  };
  if (destroyed !== '') scene.alive.splice(scene.alive.indexOf(destroyed), 1);
  return message;
}

function makeStep(scene: Scene, depth: number): ScriptStep {
  scene.budget -= 1;
  const kind = scene.g(fc.nat, depth < 6 ? 14 : 11);
  if (kind < 6) return makeMessage(scene);
  if (kind < 8) return makeNote(scene);
  if (kind === 8) return { kind: 'activation', step: '', participant: scene.someone(), active: scene.chance(2) };
  if (kind === 9) return { kind: 'phase', step: '', lines: scene.lines() };
  if (kind === 10) return { kind: 'delay', step: '', span, lines: scene.lines() };
  if (kind === 11) return makeReference(scene);
  if (kind === 12)
    return {
      kind: 'highlight',
      step: '',
      color: '',
      zone: '',
      tone: null,
      lines: scene.chance(2) ? ['!'] : [],
      steps: makeSteps(scene, depth + 1),
    };
  const type = scene.g(fc.constantFrom<(typeof fragmentTypes)[number][]>, ...fragmentTypes);
  const branches = ['opt', 'loop', 'break', 'group'].includes(type) ? 1 : scene.g(fc.integer, { min: 1, max: 3 });
  // Each branch may end a participant; it takes part further down where a branch leaves it.
  const gone: (readonly string[])[] = [];
  const inBranch = (_: unknown, index: number): ScriptFragment['branches'][number] => {
    const before = [...scene.alive];
    const branch = {
      operator: operatorOf(type, index),
      lines: scene.lines(),
      tone: null,
      steps: makeSteps(scene, depth + 1),
    };
    gone.push(before.filter((id) => !scene.alive.includes(id)));
    if (type !== 'par') scene.alive.push(...(gone.at(-1) ?? []));
    return branch;
  };
  const made = Array.from({ length: branches }, inBranch);
  if (type !== 'par' && type !== 'break')
    for (const id of gone[0] ?? [])
      if (gone.every((ids) => ids.includes(id))) scene.alive.splice(scene.alive.indexOf(id), 1);
  return { kind: 'fragment', step: '', span, type, branches: made };
}

function makeSteps(scene: Scene, depth: number): ScriptStep[] {
  const count = scene.g(fc.nat, depth === 0 ? 12 : 4);
  const steps: ScriptStep[] = [];
  while (steps.length < count && scene.budget > 0) steps.push(makeStep(scene, depth));
  return steps;
}

function makeBoxes(g: Choose, count: number): ScriptBox[] {
  const boxes: ScriptBox[] = [];
  for (let first = 0; first < count;) {
    const last = Math.min(count - 1, first + g(fc.nat, 2));
    if (g(fc.boolean)) boxes.push({ lines: g(() => lines), color: '', zone: '', zoneName: '', first, last });
    first = last + 1;
  }
  return boxes;
}

export function makeScript(g: Choose): Script {
  const count = g(() => fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 })));
  const ids = Array.from({ length: count }, (_, index) => `P${index}`);
  const participants = ids.map((id) => {
    const shape = g(() => fc.oneof(fc.constant('participant' as const), fc.constantFrom(...participantShapes)));
    const links = g(fc.nat, 9) === 0 ? [{ label: 'Docs', url: 'https://example.com/日本' }] : [];
    return { ...participant(id, '', { shape, links }), lines: g(() => fc.array(line, { minLength: 1, maxLength: 3 })) };
  });
  const boxes = makeBoxes(g, count);
  const heading = g(fc.nat, 3) === 0 ? g(() => lines) : [];
  return script(participants, makeSteps(new Scene(g, ids), 0), { boxes, heading });
}
