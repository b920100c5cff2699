/**
 * Cost of the text diagram, warm, by number of messages:
 * `npx esbuild bench/ascii.ts --bundle --platform=node --format=esm | node --input-type=module`. Mixed content as in the peers' table:
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

/** Milliseconds: the fastest of `runs`, and the median. What else the machine does only ever adds. */
function timeOf(run: () => unknown, runs: number): { fastest: number; median: number } {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((one, other) => one - other);
  return { fastest: times[0] ?? 0, median: times[Math.floor(runs / 2)] ?? 0 };
}

const sizes = [10, 100, 500, 1000, 5000];
const warm = mixedScript(500);
for (let run = 0; run < 30; run += 1) asciiView(warm, fullStyle);
const results = sizes.map((messages) => {
  const input = mixedScript(messages);
  return { messages, ...timeOf(() => asciiView(input, fullStyle), messages > 500 ? 30 : 60) };
});
console.log('messages   fastest ms   median ms   µs/message (fastest)');
for (const { messages, fastest, median } of results)
  console.log(
    [messages, fastest.toFixed(2), median.toFixed(2), ((fastest / messages) * 1000).toFixed(1)]
      .map((value, column) => String(value).padStart(column === 0 ? 8 : 12))
      .join(''),
  );
const perMessage = (size: number): number => (results.find(({ messages }) => messages === size)?.fastest ?? 0) / size;
console.log(`time per message at 5000 to that at 500: ${(perMessage(5000) / perMessage(500)).toFixed(2)}`);
