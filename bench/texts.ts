/**
 * How time grows with a text, for each kind of hostile text and each place where one may stand. Target: twice the text takes at
 * most 2.5 times as long. `npm run bench texts` takes hours; `npm run bench texts -- --size=5` measures texts of 5 and 10 kB, and `--all`
 * prints each as it is measured. Never fails.
 */
import { hostilePlaces, type Run } from '../test/growth/places.js';
import { hostileTexts, type MakeText } from '../test/growth/texts.js';
import { printTable } from './measure.js';

const [, kilobytes = '40'] = /^--size=(\d+)$/.exec(process.argv.find((word) => word.startsWith('--size=')) ?? '') ?? [];
const small = 1000 * Number(kilobytes);
const large = 2 * small;
const target = 2.5;
/** Below it, in ms, the garbage collector and the compiler of the engine decide. */
const noise = 50;

interface Growth {
  readonly place: string;
  readonly times: readonly [number, number];
}

const ratioOf = ({ times: [one, two] }: Growth): number => Math.max(two, noise) / Math.max(one, noise);

async function timeOf(run: Run, text: string): Promise<number> {
  const start = process.cpuUsage();
  await run(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function measure(place: string, run: Run, make: MakeText): Promise<Growth> {
  return { place, times: [await timeOf(run, make(small)), await timeOf(run, make(large))] };
}

/** The best of three, if the first is above the target. */
async function growthOf(place: string, run: Run, make: MakeText): Promise<Growth> {
  const runs = [await measure(place, run, make)];
  while (runs.length < 3 && runs.every((growth) => ratioOf(growth) > target))
    runs.push(await measure(place, run, make));
  return runs.reduce((best, growth) => (ratioOf(growth) < ratioOf(best) ? growth : best));
}

const rows: (readonly string[])[] = [];
for (const [kind, make] of Object.entries(hostileTexts)) {
  for (const [place, run] of Object.entries(hostilePlaces)) {
    const growth = await growthOf(place, run, make);
    const ratio = ratioOf(growth);
    if (process.argv.includes('--all'))
      console.log([kind, place, ...growth.times.map((t) => t.toFixed(0)), ratio.toFixed(2)].join('\t'));
    rows.push([
      kind,
      place,
      ...growth.times.map((time) => time.toFixed(0)),
      ratio.toFixed(2),
      ratio > target ? 'above' : '',
    ]);
  }
}
printTable([['text', 'place', `ms, ${small / 1000} kB`, `ms, ${large / 1000} kB`, 'ratio', ''], ...rows]);
