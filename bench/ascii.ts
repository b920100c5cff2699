/**
 * The cost of the text diagram by number of messages: the layout alone, a flow to text, and beautiful-mermaid on the flow's
 * Mermaid. Mixed content: four participants, and per ten messages an alt with its else, a note and two self-messages.
 * The width of both diagrams is unlimited: fitting would take a few more passes.
 * `npm run bench ascii -- --whole` lets beautiful-mermaid draw all sizes, which takes minutes.
 */
import { renderMermaidASCII } from 'beautiful-mermaid';
import { asciiView } from '../src/text-diagram/text-diagram.js';
import { compileFlow } from '../src/compile.js';
import { packagedDesign } from '../src/design.js';
import { toMermaid, toText, type Flow } from '../src/index.js';
import { putIntoWords } from '../src/words/words.js';
import { printTable, processorTime } from './measure.js';

const people = ['Browser', 'App', 'Server', 'API'];
const at = (index: number): string => people[index % people.length] ?? '';

function tenMessages(start: number): string {
  const step = (number: number): string =>
    `${at(number)} -> ${at(number + 1 + (number % 3))}: POST /token grant_type=refresh`;
  const self = (number: number): string => `${at(number)} -> ${at(number)}: Validate`;
  return `  - ${step(start)}
  - ${self(start + 1)}
  - ${step(start + 2)}
  - ${step(start + 3)}
  - note: "client_id=KEY\\nclient_secret=SECRET"
    over: ${at(start)}
  - ${step(start + 4)}
  - ${self(start + 5)}
  - alt:
      credentials are valid:
        - ${step(start + 6)}
        - ${step(start + 7)}
      they are not:
        - ${step(start + 8)}
        - ${step(start + 9)}
`;
}

function mixedFlow(messages: number): Flow {
  const steps = Array.from({ length: messages / 10 }, (_, index) => tenMessages(index * 10 + 1)).join('');
  const text = `id: mixed\ntitle: Mixed\nparticipants: { ${people.map((id) => `${id}: ${id}`).join(', ')} }\nsteps:\n${steps}`;
  const { flow, diagnostics } = compileFlow({ path: 'mixed.yaml', text });
  if (!flow) throw new Error(diagnostics[0]?.message);
  return flow;
}

const whole = process.argv.includes('--whole');
const design = packagedDesign();
const results = [10, 100, 500, 1000, 5000].map((messages) => {
  const flow = mixedFlow(messages);
  const script = putIntoWords(flow, 'text', design.templates);
  const mermaid = toMermaid(flow, { design });
  return {
    messages,
    layout: processorTime(() => asciiView(script, { ...flow.ascii, charset: 'unicode', corners: 'square' })),
    text: processorTime(() => toText(flow, { design, width: 200 })),
    peer: messages > 1000 && !whole ? null : processorTime(() => renderMermaidASCII(mermaid)),
  };
});

const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
printTable([
  ['messages', 'layout, ms', 'flow to text, ms', 'beautiful-mermaid, ms', 'times slower'],
  ...results.map(({ messages, layout, text, peer }) => [
    `${messages}`,
    ...[layout, text].map(milliseconds),
    ...(peer === null ? ['', ''] : [milliseconds(peer), (peer / text).toFixed(0)]),
  ]),
]);

const perMessage = (size: number, stage: 'layout' | 'text'): number =>
  (results.find(({ messages }) => messages === size)?.[stage] ?? 0) / size;
const growth = (stage: 'layout' | 'text'): string => (perMessage(5000, stage) / perMessage(500, stage)).toFixed(2);
console.log(`\nTime per message at 5000, against 500: layout ${growth('layout')}, flow to text ${growth('text')}`);
