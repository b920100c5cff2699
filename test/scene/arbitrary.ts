/** Any picture, made from a source of choices: the scripts of text diagrams, with everything that only pictures show. */
import fc from 'fast-check';
import type { BoxRun, Flow } from '../../src/model/flow.js';
import { participantKinds } from '../../src/model/flow.js';
import type { Script, ScriptMessage, ScriptNote, ScriptStep } from '../../src/model/script.js';
import { isOutside, toneNames } from '../../src/model/step.js';
import type { Facts } from '../../src/scene/measure/index.js';
import { textOf } from '../../src/source/filled-text.js';
import { buildFlow, buildParticipant } from '../builders/flow.js';
import { makeScript } from '../text-diagram/arbitrary.js';

type Choose = fc.GeneratorValue;

export interface AnyPicture {
  readonly script: Script;
  readonly flow: Flow;
  readonly facts: Facts;
  readonly icons: boolean;
  readonly maxWidth: number;
}

const zones = ['', 'user', 'client', 'server', 'third-party', 'untrusted'];
const colors = ['', '#ff0000', 'rgba(254, 226, 226, 0.4)', 'gold'];
const labels = [
  'POST /token with code, code_verifier and client authentication',
  '302, Location: https://client.example.com/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj',
  '401 invalid_client',
  'Διακομιστής εξουσιοδότησης',
  'Пользователь входит в систему и даёт согласие',
  'שרת ההרשאות מחזיר קוד',
];

/** One time in `times`. */
const chance = (g: Choose, times: number): boolean => g(fc.nat, times - 1) === 0;
const oneOf = <T>(g: Choose, values: readonly T[]): T => values[g(fc.nat, values.length - 1)]!;

export function makePicture(g: Choose): AnyPicture {
  const plain = makeScript(g);
  const tags = new Map<string, string>();
  const script: Script = {
    ...plain,
    participants: plain.participants.map((one) => ({ ...one, kind: oneOf(g, participantKinds) })),
    boxes: plain.boxes.map((box) => ({ ...box, zone: oneOf(g, zones), color: chance(g, 3) ? oneOf(g, colors) : '' })),
    steps: new Dressing(g, tags).steps(plain.steps),
  };
  return {
    script,
    flow: flowFor(script, g),
    facts: { tellsChannelsApart: chance(g, 2), marksRedirects: !chance(g, 5), tags },
    icons: !chance(g, 4),
    maxWidth: oneOf(g, [840, 840, 600, 1200]),
  };
}

/** Participants and boxes as in the script; its steps are only in the script. */
const flowFor = ({ participants, boxes }: Script, g: Choose): Flow =>
  buildFlow({
    participants: participants.map(({ id, kind, shape }) =>
      buildParticipant(id, { kind, shape, platform: oneOf(g, [null, 'native', 'web'] as const) }),
    ),
    boxes: boxes.map(({ lines, color, zone, first, last }, index): BoxRun => {
      const title = textOf(lines.join('\n'));
      return { id: `B${index}`, title, color: color === '' ? null : textOf(color), zone, zoneSpan: null, first, last };
    }),
  });

/** Gives steps ids, tones, kinds of notes, redirects and tags. */
class Dressing {
  #count = 0;

  constructor(
    readonly g: Choose,
    readonly tags: Map<string, string>,
  ) {}

  steps(steps: readonly ScriptStep[]): readonly ScriptStep[] {
    return this.#redirects(steps.map((step) => this.#step(step)));
  }

  #id(): string {
    this.#count += 1;
    return `s${this.#count}`;
  }

  #tone() {
    return chance(this.g, 6) ? oneOf(this.g, toneNames) : null;
  }

  #step(step: ScriptStep): ScriptStep {
    const id = this.#id();
    if (step.kind === 'message') return this.#message({ ...step, step: id });
    if (step.kind === 'note') return this.#note(step, id);
    if (step.kind === 'highlight')
      return { ...step, step: id, tone: this.#tone(), color: oneOf(this.g, colors), steps: this.steps(step.steps) };
    if (step.kind !== 'fragment') return { ...step, step: id };
    const branches = step.branches.map((branch) => ({
      ...branch,
      tone: this.#tone(),
      steps: this.steps(branch.steps),
    }));
    return { ...step, step: id, branches };
  }

  #message(step: ScriptMessage): ScriptMessage {
    if (chance(this.g, 8)) this.tags.set(step.step, oneOf(this.g, ['S', 'TI', 'STRIDE', 'SEC013 T']));
    const isOurs = chance(this.g, 3);
    const number = step.prefix !== '' && chance(this.g, 4) ? `${step.number}.${step.number}` : step.number;
    return {
      ...step,
      lines: isOurs ? [oneOf(this.g, labels)] : step.lines,
      ...{ number, shownNumber: number, prefix: step.prefix === '' ? '' : `${number}. ` },
      // Pictures draw the marks themselves.
      mark: '',
      tone: this.#tone(),
      notes: step.notes
        .flatMap((note) => (chance(this.g, 3) ? [note, note] : [note]))
        .map((note) => this.#note(note, this.#id())),
    };
  }

  #note(note: ScriptNote, id: string): ScriptNote {
    return {
      ...note,
      step: id,
      tone: this.#tone(),
      body: oneOf(this.g, ['text', 'request', 'response', 'threat', 'finding'] as const),
    };
  }

  /** Makes redirects of messages that follow each other. */
  #redirects(steps: readonly ScriptStep[]): readonly ScriptStep[] {
    let isSecond = false;
    return steps.map((step, index): ScriptStep => {
      if (isSecond) {
        isSecond = false;
        return { ...step, redirectLeg: 'request', channel: 'front' } as ScriptMessage;
      }
      const next = steps[index + 1];
      if (step.kind !== 'message' || next?.kind !== 'message' || !leadsOn(step, next) || !chance(this.g, 2))
        return step;
      isSecond = true;
      return { ...step, redirectLeg: 'response', channel: 'front' };
    });
  }
}

const leadsOn = (one: ScriptMessage, other: ScriptMessage): boolean =>
  one.to === other.from &&
  one.from !== one.to &&
  other.from !== other.to &&
  ![one.from, one.to, other.to].some(isOutside);
