/**
 * Fuzzes the built command: projects from the files of this repository, mutated, and commands with mutated arguments, each in a
 * process of its own. What must hold: no stack trace, no internal error, none of Node's own words; ten seconds of processor
 * time are enough; only files that the command is for change; exit codes are 0 to 4; a second run changes nothing, and a
 * run in a fresh copy prints and writes the same.
 *
 *     npm run build && node test/tools/fuzz/fuzz.js [--minutes 60] [--seed 1] [--case N] [--findings FOLDER]
 *
 * Every finding is kept in a folder: the project, the arguments, and what was printed; `--case N` makes one case again.
 */
import { Buffer } from 'node:buffer';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutate, mutateArguments, toBytes } from './mutate.js';
import { pickProject, readRepository } from './projects.js';
import { makeRandom } from './random.js';
import { changes, faultsOf, runCommand, snapshot, user } from './run-command.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    case: { type: 'string' },
    findings: { type: 'string', default: join(tmpdir(), 'authflow-fuzz-findings') },
  },
});
const work = mkdtempSync(join(tmpdir(), 'authflow-fuzz-'));
chmodSync(work, 0o755);
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/** A copy of the package, so that a build meanwhile changes nothing; with Mermaid, without a browser. */
function copyPackage() {
  const copy = join(work, 'package');
  for (const part of ['dist', 'flows', 'schema', 'templates', 'docs', 'package.json']) cpSync(join(root, part), join(copy, part), { recursive: true });
  mkdirSync(join(copy, 'node_modules'));
  symlinkSync(join(root, 'node_modules/mermaid'), join(copy, 'node_modules/mermaid'));
  return join(copy, 'dist/main.js');
} // prettier-ignore

function give(path) {
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid);
}

function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
  give(path);
}

/** Writes a project below `parent`, which also has a folder that no command may touch. */
function layOut(parent, files) {
  const project = join(parent, 'project');
  for (const folder of [project, join(parent, 'home')]) makeFolder(folder);
  for (const [path, bytes] of [...files, ['../beside/kept.yaml', Buffer.from('id: kept\n')]]) {
    const file = join(project, path);
    makeFolder(dirname(file));
    writeFileSync(file, bytes);
    give(file);
  }
  return project;
}

const snapshotOf = (parent) => {
  const beside = [...snapshot(join(parent, 'beside'))].map(([path, hash]) => [`../beside/${path}`, hash]);
  return new Map([...snapshot(join(parent, 'project')), ...beside]);
};

/** A second run answers otherwise where the first one changed what it reads. */
const answersAgain = (argv) =>
  !['init', 'import', 'embed'].includes(argv[0]) &&
  !argv.some((word) => /^--(?:fix|update-baseline|new|in-place|prune)\b/.test(word));

async function tryCase(number, main, parts) {
  const random = makeRandom(number);
  const project = pickProject(parts, random);
  const names = Object.keys(project.files).filter((name) => name !== '<stdin>');
  const targets = new Set([random.pick(names), ...(random.chance(0.4) ? [random.pick(names)] : [])]);
  const files = names.map((name) => [name, targets.has(name) ? toBytes(mutate(project.files[name], random), random) : Buffer.from(project.files[name])]);
  const stdin = toBytes(mutate(project.files['<stdin>'] ?? project.files['flows/a.yaml'] ?? 'id: a', random), random);
  const parent = join(work, String(number));
  const folder = layOut(parent, files);
  const given = files.map(([name, bytes]) => name + bytes.toString()).join('\n') + stdin.toString();
  const found = [];
  let runs = 0;
  for (const plain of project.commands) {
    const argv = (random.chance(0.25) ? mutateArguments(plain, random) : plain).filter((word) => word !== '--watch' && word !== '/');
    const before = snapshotOf(parent);
    const first = await runCommand(main, argv, folder, stdin);
    const between = snapshotOf(parent);
    const second = await runCommand(main, argv, folder, stdin);
    const after = snapshotOf(parent);
    runs += 2;
    const end = `${argv[0]} ${first.code}`;
    ends[end] = (ends[end] ?? 0) + 1;
    const faults = faultsOf(first, argv, given + argv.join(' '), before, between);
    const drift = changes(between, after);
    if (drift.length > 0) faults.push(['second-run-writes', `${argv[0]}: ${drift.join(', ')}`]);
    if (answersAgain(argv) && second.code !== first.code) faults.push(['second-run-exits', `${argv[0]}: ${first.code}, then ${second.code}`]);
    if (random.chance(0.15) && project.commands.indexOf(plain) === 0) {
      const twin = join(work, `${number}-twin`);
      const again = await runCommand(main, argv, layOut(twin, files), stdin);
      runs += 1;
      const differs = ['code', 'stdout', 'stderr'].filter((part) => again[part] !== first[part]);
      if (differs.length > 0) faults.push(['not-the-same', `${argv[0]}: ${differs.join(', ')}`]);
      const others = changes(between, snapshotOf(twin));
      if (others.length > 0) faults.push(['not-the-same-files', `${argv[0]}: ${others.join(', ')}`]);
      rmSync(twin, { recursive: true, force: true });
    }
    for (const [kind, words] of faults) found.push({ kind, words, argv, ...first });
  }
  if (found.length > 0) keep(number, files, stdin, found);
  rmSync(parent, { recursive: true, force: true });
  return { runs, found };
} // prettier-ignore

/** Of each kind of finding the first five are kept. */
const counts = new Map();
/** How often each command ended with each code: shows that mutated files still get far. */
const ends = {};

function keep(number, files, stdin, found) {
  for (const { kind, words, argv, code, stdout, stderr } of found) {
    const sign = `${kind} ${words.split('\n').slice(0, 2).join(' ').replaceAll(/\d+/g, '#')}`;
    const count = (counts.get(sign) ?? 0) + 1;
    counts.set(sign, count);
    if (count > 5) continue;
    const folder = join(values.findings, `${number}-${kind.replaceAll(/\W+/g, '-')}`);
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, 'project', path)), { recursive: true });
      writeFileSync(join(folder, 'project', path), bytes);
    }
    writeFileSync(join(folder, 'stdin'), stdin);
    writeFileSync(join(folder, 'report.txt'), `${kind}\n${words}\n\nargv: ${JSON.stringify(argv)}\ncode: ${code}\n--- stderr\n${stderr}\n--- stdout\n${stdout.slice(0, 5000)}\n`);
    console.log(`case ${number}: ${sign.slice(0, 300)}`);
  }
} // prettier-ignore

const main = copyPackage();
const parts = readRepository(root);
const end = Date.now() + Number(values.minutes) * 60_000;
let [cases, runs, faults] = [0, 0, 0];
if (values.case !== undefined) {
  const { found } = await tryCase(Number(values.case), main, parts);
  for (const { kind, words, argv } of found) console.log(`${kind}: ${words}\n  ${JSON.stringify(argv)}`);
} else {
  for (let number = Number(values.seed) * 1_000_000; Date.now() < end; number += 1) {
    const result = await tryCase(number, main, parts);
    cases += 1;
    runs += result.runs;
    faults += result.found.length;
    if (cases % 100 === 0) console.log(`${cases} cases, ${runs} runs, ${faults} findings`);
  }
  console.log(ends);
  console.log(`${cases} cases, ${runs} runs, ${faults} findings of ${counts.size} kinds in ${values.findings}`);
}
process.exitCode = faults === 0 ? 0 : 1;
