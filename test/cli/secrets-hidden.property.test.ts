/** No reporter, frame, fix or file of a baseline shows a secret whole. */
import { expect, it } from 'vitest';
import { madeUpSecrets } from '../secrets/made-up.js';
import { tempWorld } from './temp-world.js';
import { findSecrets } from '../../src/secrets/find-secrets.js';

const reporters = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;
const indent = (text: string): string => text.replaceAll('\n', '\n      ');

/** A flow with mistakes in and around the secret, so that messages and frames have reason to quote it. */
const flowWith = (text: string): string => `id: leaky
titel: ${JSON.stringify(text)}
participants: { A: Anna, B: Ben }
steps:
  - A -> B: Hello
    note: |
      ${indent(text)}
  - A -> ${JSON.stringify(text)}: Hello
  - A -> B: Hello
    response: { status: ${JSON.stringify(text)} }
`;

/** A secret's lines, without those that only say what it is. */
const partsOf = (text: string): readonly string[] =>
  findSecrets(text).flatMap(({ start, end }) =>
    text
      .slice(start, end)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.length >= 10 && !line.startsWith('-----')),
  );

it.each(Object.entries(madeUpSecrets))('%s', async (_, text) => {
  const world = tempWorld();
  world.write('flows/leaky.yaml', flowWith(text));
  world.write('page.md', `${text}\n\n<!-- authflow:begin flows/leaky.yaml -->\n<!-- authflow:end -->\n`);
  world.write('diagram.mmd', `sequenceDiagram\n  A->>B: ${text.replaceAll('\n', '<br/>')}\n`);
  const commands = [
    ...reporters.flatMap((name) => [
      ['lint', 'flows', '--reporter', name],
      ['check', 'flows', '--reporter', name],
    ]),
    ['check', '--fix', 'flows'],
    ['lint', '--fix', 'flows'],
    ['render', 'flows'],
    ['show', '--resolved', 'flows/leaky.yaml'],
    ['embed', 'page.md'],
    ['import', 'diagram.mmd', '--stdout'],
  ];
  const parts = partsOf(text);
  expect(parts).not.toEqual([]);
  for (const command of commands) {
    const { stdout, stderr } = await world.run(...command);
    for (const part of parts) expect(`${command.join(' ')}\n${stdout}${stderr}`).not.toContain(part);
  }
});
