/**
 * The guard against secrets, against secretlint with its recommended rules, on the same texts: the flows that authflow ships, in one
 * file, and the made-up secrets of the tests among them. Then the growth: time for 80 kB of one kind of text by that for 40 kB.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { findSecrets } from '../src/secrets/find-secrets.js';
import { lookAlikes } from '../test/secrets/look-alikes.js';
import { madeUpSecrets } from '../test/secrets/made-up.js';
import { medianTime, printTable, processorTime } from './measure.js';

const RUNS = 7;
const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
const judge = async (content: string): Promise<number> => {
  const source = { filePath: '/flows.yaml', content, contentType: 'text' as const, ext: '.yaml' };
  return (await lintSource({ source, options: { config, noPhysicFilePath: true } })).messages.length;
};

const flows = readdirSync('flows')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(`flows/${name}`, 'utf8'))
  .join('\n');
const secrets = Object.values(madeUpSecrets);
const text = `${flows}\n${secrets.join('\n\n')}\n`;

/** Milliseconds, the median of all runs; the two take turns. */
async function compare(): Promise<readonly [number, number]> {
  const theirs: number[] = [];
  const ours: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const start = performance.now();
    await judge(text);
    theirs.push(performance.now() - start);
    ours.push(medianTime(() => findSecrets(text), 1));
  }
  const middle = (times: number[]): number => times.slice(1).sort((one, other) => one - other)[RUNS >> 1] ?? NaN;
  return [middle(theirs), middle(ours)];
}

const [theirs, ours] = await compare();
const caught = async (find: (each: string) => Promise<number>, from: readonly string[]): Promise<string> => {
  const counts = await Promise.all(from.map(find));
  return `${counts.filter((count) => count > 0).length} of ${from.length}`;
};
const find = (each: string): Promise<number> =>
  Promise.resolve(findSecrets(each).filter(({ severity }) => severity !== 'info').length);
printTable([
  [`${Math.round(text.length / 1000)} kB`, 'ms', '× secretlint', 'secrets found', 'look-alikes taken'],
  ['secretlint', theirs.toFixed(1), '1.00', await caught(judge, secrets), await caught(judge, lookAlikes)],
  [
    'authflow',
    ours.toFixed(1),
    (ours / theirs).toFixed(2),
    await caught(find, secrets),
    await caught(find, lookAlikes),
  ],
]);

const SIZE = 40_000;
const kinds = [
  ...[
    'a',
    ' ',
    '\n',
    'a\n',
    'aB3_\n',
    'eyJ',
    'eyJa-',
    'glpat-',
    'secret',
    'secret ',
    'secret:',
    'token = ',
    '"key": "',
    'kty: ',
    '{"d": "',
    'd: ',
  ],
  ...[
    'a:b@',
    'https://a:',
    'curl -u ',
    ' -u a:b ',
    'basic ',
    '_auth=',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\nA\n',
  ],
  ...[
    'otpauth://',
    '&sig=',
    'sig=%',
    'SharedAccessSignature sr=',
    'A3Q~',
    'xoxb-',
    'EAAC',
    'twitter ',
    'okta.',
    'cookie: a=',
    'Bearer ',
    'login ',
    'login -p',
  ],
  ...[
    '<br>',
    'iVBORw0KGgo',
    'data:;base64,A',
    'password is ',
    '--token ',
    'x-',
    '0',
    '00',
    '0123456789abcdef',
    'Ab1',
    'https://hooks.slack.com/services/T/B/',
  ],
];
const growth = kinds
  .map((kind) => {
    const of = (size: number): string => kind.repeat(Math.ceil(size / kind.length));
    const [small, large] = [of(SIZE), of(2 * SIZE)].map((each) => processorTime(() => findSecrets(each), 60));
    return { kind, small: small ?? NaN, growth: (large ?? NaN) / (small ?? NaN) };
  })
  .sort((one, other) => other.growth - one.growth);
console.log('');
printTable([
  ['the ten that grow most', `ms for ${SIZE / 1000} kB`, '80 kB by 40 kB'],
  ...growth.slice(0, 10).map((each) => [JSON.stringify(each.kind), each.small.toFixed(1), each.growth.toFixed(2)]),
]);
