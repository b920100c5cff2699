/** How the cost of a message grows with the flow, stage by stage, from the file's text to Mermaid. Target: at most 1.3. */
import { compileFlow } from '../src/compile.js';
import { packagedDesign } from '../src/design.js';
import type { Source } from '../src/source/source.js';
import { parseFlow } from '../src/syntax/parse.js';
import { readYaml } from '../src/syntax/yaml.js';
import { medianTime, printTable } from './measure.js';
import { renderFlow } from '../src/render.js';

const head = `id: growth
title: Growth
variables:
  CLIENT_ID: The app's registered id
  CODE: One-time code
  host: { value: as.example.com, description: Where the authorization server runs }
boxes: { server: Server }
participants:
  B: { label: Browser, kind: browser }
  C: { label: Client, kind: confidential-client }
  S: { label: Authorization server, kind: authorization-server, url: "https://\${host}", box: server }
  R: { label: API, kind: resource-server, box: server }
steps:
`;

/** Ten messages: in long and short form, with a note, data, replies, self-messages, and an alt with its else. */
const tenMessages = (start: number): string => `  - B -> C: ${start}. Open the page
  - C -> C: Create state and verifier
  - C -> S: POST /token
    id: token-${start}
    request:
      form: { grant_type: authorization_code, code: "\${CODE}", client_id: "\${CLIENT_ID}" }
    note: { draw: request }
  - from: S
    to: S
    text: Verify the code
  - note: Stored only in memory
    over: [C, S]
  - alt:
      code is right:
        - S --> C: 200 OK
          replyTo: token-${start}
          response: { json: { token_type: Bearer, expires_in: 300 } }
        - C ->+ R: GET /v1/me
        - R -->- C: 200 data
      code is wrong:
        - S --> C: 400 invalid_grant
        - C --> B: Try again
  - S -> S: Burn the code
`;

const flowOf = (messages: number): Source => ({
  path: 'growth.yaml',
  text: head + Array.from({ length: messages / 10 }, (_, index) => tenMessages(index * 10 + 1)).join(''),
});

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
