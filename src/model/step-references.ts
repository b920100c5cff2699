/** Fills in the references to steps in a flow's texts: `${step:token-request}`. */
import { inOneLine } from '../source/index.js';
import type { Text, TextPart } from '../source/index.js';
import type { Flow } from './flow.js';
import { stepText } from './step-ids.js';
import { stepsWithPaths } from './steps.js';

/** The same flow, whose references say what their steps say, in quotes; the id where a step says nothing. */
export function quoteSteps(flow: Flow): Flow {
  const words = new Map(
    stepsWithPaths(flow).map(({ step }) => {
      const said = stepText(step).parts.map((part) => (part.kind === 'step' ? part.id : part.text));
      return [step.id, `“${inOneLine(said.join('')).trim() || step.id}”`];
    }),
  );
  return mapTexts(flow, (part) => {
    const said = words.get(part.id) ?? part.words;
    return { ...part, words: said, text: said };
  });
}

/** The same flow, whose references show numbers. `numbers`: those that an output shows, by the step's id. */
export const numberSteps = (flow: Flow, numbers: ReadonlyMap<string, string>): Flow =>
  mapTexts(flow, (part) => ({ ...part, text: numbers.get(part.id) ?? part.words }));

type StepPart = Extract<TextPart, { kind: 'step' }>;

/** Parts of a flow that are one object in several places stay one object. */
function mapTexts(flow: Flow, change: (part: StepPart) => StepPart): Flow {
  const made = new Map<object, unknown>();
  const map = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || isSpan(value)) return value;
    const known = made.get(value);
    if (known !== undefined) return known;
    const mapped = isText(value)
      ? mapText(value, change)
      : Array.isArray(value)
        ? value.map(map)
        : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item)]));
    made.set(value, mapped);
    return mapped;
  };
  return map(flow) as Flow;
}

function mapText(text: Text, change: (part: StepPart) => StepPart): Text {
  if (!text.parts.some(({ kind }) => kind === 'step')) return text;
  const parts = text.parts.map((part) => (part.kind === 'step' ? change(part) : part));
  return { ...text, parts, plain: parts.map((part) => part.text).join('') };
}

const isText = (value: object): value is Text => 'plain' in value && 'parts' in value;

const isSpan = (value: object): boolean => 'source' in value && 'start' in value && 'end' in value;
