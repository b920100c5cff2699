/** How the cost of a message grows with the flow, stage by stage, from the file's text to Mermaid. Target: at most 1.3. */
import { compileFlow } from '../src/compile.js';
import { packagedDesign } from '../src/design.js';
import type { Source } from '../src/source/source.js';
import { parseFlow } from '../src/syntax/parse.js';
import { readYaml } from '../src/syntax/yaml.js';
import { medianTime, printTable } from './measure.js';
import { flowOf } from './shared/growth-flow.js';
import { renderFlow } from '../src/render.js';

const design = packagedDesign();
const stages: readonly (readonly [string, (source: Source) => unknown])[] = [
  ['YAML', (source) => readYaml(source)],
  ['parse', (source) => parseFlow(source)],
  ['compile', (source) => compileFlow(source)],
  ['text to Mermaid', toMermaid],
];

function toMermaid(source: Source): string {
  const { flow, diagnostics } = compileFlow(source);
  if (!flow) throw new Error(diagnostics[0]?.message);
  return renderFlow(flow, { formats: ['mermaid'], design }).artifacts[0]?.content ?? '';
}

const [small, large] = [500, 5000];
const sources = { small: flowOf(small), large: flowOf(large) };
for (let run = 0; run < 5; run += 1) toMermaid(sources.small);

const perMessage = (milliseconds: number, messages: number): number => (milliseconds / messages) * 1000;
const rows = stages.map(([name, run]) => {
  const cost = [
    perMessage(
      medianTime(() => run(sources.small), 15),
      small,
    ),
    perMessage(
      medianTime(() => run(sources.large), 5),
      large,
    ),
  ] as const;
  return [name, ...cost.map((value) => value.toFixed(1)), (cost[1] / cost[0]).toFixed(2)];
});
printTable([['µs per message, up to', `${small}`, `${large}`, 'ratio'], ...rows]);
