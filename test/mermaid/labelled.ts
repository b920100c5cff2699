/** A script with a label in every position, and what must be read back from its Mermaid. */
import type { Script } from '../../src/model/script.js';
import { decode, type ParsedDiagram } from './parser.js';
import { box, fragment, message, note, participant, script } from './script.js';
import { delay, phase, reference } from '../builders/script-steps.js';
import { inOneLine } from '../../src/source/join-lines.js';
import { fragmentTypes } from '../../src/model/step.js';

export const labelsPerScript = 57;

const actors = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const branchCounts = { alt: 2, par: 2, critical: 2, opt: 1, loop: 1, break: 1 } as const;

/** Blanks that keep a layout are no-break spaces. */
const blanks = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Labels of fragments may get line breaks of ours, see break-label.ts. */
const unbroken = (text: string): string => text.replace(/\s/g, '');

/** `labels` must be {@link labelsPerScript} of them. */
export function labelledScript(labels: readonly string[]): {
  script: Script;
  expected: Readonly<Record<string, readonly string[]>>;
} {
  const rest = labels.values();
  const next = (): string => rest.next().value ?? '';
  const take = (count: number): readonly string[] => Array.from({ length: count }, next);
  const [title = '', accTitle = '', accDescr = ''] = take(3);
  const names = take(actors.length);
  const boxes = take(2);
  const links = take(4).map((text, index) => ({ label: text, url: `${next()}.${index}` }));
  const [phases, delays, references, groups] = [take(2), take(2), take(2), take(1)];
  const branches = fragmentTypes
    .flatMap((type) => (type === 'group' ? [] : [type]))
    .map((type) => ({ type, labels: take(branchCounts[type]) }));
  const [messages, notes] = [take(10), take(10)];
  return {
    script: script({
      heading: title === '' ? [] : title.split('\n'),
      accTitle,
      accDescr,
      participants: actors.map((id, index) =>
        participant(id, {
          label: names[index] ?? '',
          shape: index < 4 ? 'participant' : index < 6 ? 'actor' : 'database',
          links: links.slice(index, index + 1),
        }),
      ),
      boxes: boxes.map((text, index) =>
        box(index * 2, index * 2, text, { color: index === 0 ? 'rgba(1,2,3,0.4)' : 'aqua' }),
      ),
      steps: [
        ...messages.map((text) => message('A', 'B', text)),
        ...notes.map((text, index) => note(index % 2 === 0 ? ['A'] : ['A', 'C'], text)),
        ...phases.map(phase),
        ...delays.map(delay),
        ...references.map((text) => reference(['A', 'C'], text)),
        ...groups.map((text) => fragment('group', [[text, [message('A', 'A', 'x')]]])),
        ...branches.map(({ type, labels: texts }) =>
          fragment(
            type,
            texts.map((text) => [text, [message('A', 'A', 'x')]]),
          ),
        ),
      ],
    }),
    expected: {
      head: [title, accTitle, accDescr].map((text) => inOneLine(text).trim()),
      participants: names.map((text) => blanks(text.trim())),
      boxes: boxes.map((text) => text.trim()),
      links: links.flatMap(({ label, url }) => [inOneLine(label === '' ? url : label).trim(), inOneLine(url).trim()]),
      messages: messages.map((text) => blanks(text.trim())),
      notes: [
        ...notes.map((text) => text.trim()),
        ...phases.map((text) => `── ${text || ' '} ──`),
        ...delays.map((text) => `⋯ ${text || ' '} ⋯`),
        ...references.map((text) => `ref: ${text || ' '}`.trim()),
        ...groups.filter((text) => text !== '').map((text) => text.trim()),
      ].map(blanks),
      branches: branches.flatMap(({ labels: texts }) => texts.map(unbroken)),
    },
  };
}

/** The same, as Mermaid has it. */
export function readLabels(diagram: ParsedDiagram): Readonly<Record<string, readonly string[]>> {
  const texts = diagram.messages.map(({ type, message: text }) => ({
    type,
    text: typeof text === 'string' ? decode(text) : '',
  }));
  const ofTypes = (types: readonly number[]) =>
    texts.filter(({ type }) => types.includes(type)).map(({ text }) => text);
  return {
    head: [diagram.title, diagram.accTitle, diagram.accDescr].map(decode),
    participants: diagram.actors.map(({ description }) => blanks(decode(description))),
    boxes: diagram.boxes.map(({ name }) => decode(name ?? '')),
    links: diagram.actors.flatMap(({ links }) => links.flatMap(([name, url]) => [decode(name), decodeUrl(url)])),
    messages: ofTypes([lineType.message]).slice(0, 10).map(blanks),
    notes: ofTypes([lineType.note]).map(blanks),
    branches: ofTypes(lineType.branches).map(unbroken),
  };
}

/** An address has no lines to break: its `<br>` is text. */
const decodeUrl = (url: string): string => decode(url.replaceAll('<', '\ue000')).replaceAll('\ue000', '<');

/** LINETYPE of Mermaid's sequenceDb.ts: alt, else, opt, loop, par, and, critical, option, break. */
const lineType = { message: 0, note: 2, branches: [12, 13, 15, 10, 19, 20, 27, 28, 30] };
