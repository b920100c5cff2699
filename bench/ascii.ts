/**
 * Cost of the text diagram, warm, by number of messages: `npx tsx bench/ascii.ts`. Mixed content as in the peers' table:
 * four participants, and per ten messages one alt with else, one note and some self-messages.
 */
import { asciiView } from '../src/ascii/ascii.js';
import type { Script, ScriptStep } from '../src/model/script.js';
import { fragment, fullStyle, message, note, script } from '../test/ascii/scripts.js';

const people = ['Browser', 'App', 'Server', 'API'];
const at = (index: number): string => people[index % people.length] ?? '';

const plain = (number: number): ScriptStep =>
  message(`${at(number)} -> ${at(number + 1 + (number % 3))}`, `${number}. POST /token grant_type=refresh`);
const self = (number: number): ScriptStep => message(`${at(number)} -> ${at(number)}`, `${number}. Validate`);

function tenMessages(start: number): ScriptStep[] {
  const [a, b, c, d, e, f, g, h, i, j] = Array.from({ length: 10 }, (_, index) => start + index) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return [
    plain(a),
    self(b),
    plain(c),
    plain(d),
    note(`over ${at(start)}`, 'client_id=KEY\nclient_secret=SECRET'),
    plain(e),
    self(f),
    fragment('alt', ['credentials are valid', plain(g), plain(h)], ['they are not', plain(i), plain(j)]),
  ];
}

export const mixedScript = (messages: number): Script =>
  script(people, Array.from({ length: messages / 10 }, (_, index) => tenMessages(index * 10 + 1)).flat());

/** Milliseconds: the median of `runs`. */
function timeOf(run: () => unknown, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((one, other) => one - other);
  return times[Math.floor(runs / 2)] ?? 0;
}

const sizes = [10, 100, 500, 1000, 5000];
const warm = mixedScript(500);
for (let run = 0; run < 30; run += 1) asciiView(warm, fullStyle);
const results = sizes.map((messages) => {
  const input = mixedScript(messages);
  return { messages, ms: timeOf(() => asciiView(input, fullStyle), messages > 500 ? 15 : 60) };
});
console.log('messages        ms  µs/message');
for (const { messages, ms } of results)
  console.log(
    `${String(messages).padStart(8)}${ms.toFixed(2).padStart(10)}${((ms / messages) * 1000).toFixed(1).padStart(12)}`,
  );
const perMessage = (size: number): number => (results.find(({ messages }) => messages === size)?.ms ?? 0) / size;
console.log(`time per message at 5000 to that at 500: ${(perMessage(5000) / perMessage(500)).toFixed(2)}`);
