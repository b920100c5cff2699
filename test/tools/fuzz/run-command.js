/** Runs the built command in a process of its own, and looks for what must not happen. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout, clearTimeout } from 'node:timers';

/** In seconds. */
const CPU = 10;
const WALL = 120;

/** Whoever may write everywhere would write everywhere: root runs the command as nobody. */
export const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Runs `authflow ...argv`: what it printed, and its exit code, or the signal that ended it. */
export function runCommand(main, argv, folder, stdin) {
  const env = { PATH: process.env.PATH, HOME: join(folder, '../home'), TMPDIR: join(folder, '../home') };
  const words = argv.map((word) => word.replaceAll('\0', ''));
  // The shell's limit counts the time of the processor, so a busy machine makes no hang.
  const shell = ['-c', `ulimit -t ${CPU}; exec "$0" "$@"`, process.execPath, main, ...words];
  const child = spawn('sh', shell, { cwd: folder, env, ...user });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8');
    child[name].on('data', (chunk) => (printed[name] += chunk));
  }
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const timer = setTimeout(() => child.kill('SIGKILL'), WALL * 1000);
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: signal ?? code, ...printed });
    });
  });
}

/** Hashes of all files of a folder, by path; links by their target. */
export function snapshot(folder) {
  const files = new Map();
  const walk = (path) => {
    for (const name of readdirSync(join(folder, path))) {
      const below = path === '' ? name : `${path}/${name}`;
      const stats = lstatSync(join(folder, below));
      if (stats.isDirectory()) walk(below);
      else files.set(below, createHash('sha256').update(readFileSync(join(folder, below))).digest('hex')); // prettier-ignore
    }
  };
  walk('');
  return files;
}

/** The paths whose files differ between two snapshots. */
export const changes = (before, after) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));

const asksFor = (argv, ...words) =>
  words.some((word) => argv.some((given) => given === word || given.startsWith(`${word}=`)));
const isDocument = (path) => /\.(?:md|mdx|markdown|adoc|asciidoc|asc)$/i.test(path);

/** Whether a command may change a file of the project. */
function mayChange(path, argv, before) {
  const [command] = argv;
  if (/(?:^|\/)\.authflow[\w-]*\.(?:tmp|lock)/.test(path)) return false;
  if (['render', 'slides'].includes(command)) return !before.has(path) || path.startsWith('out/') || asksFor(argv, '--out', '-o', '--output') || !/^(?:flows|docs|mine|beside)\//.test(path); // prettier-ignore
  if (command === 'embed') return isDocument(path) || path.startsWith('out/') || asksFor(argv, '--out');
  if (command === 'import') return !before.has(path) || isDocument(path);
  if (command === 'init') return !before.has(path) || path === '.gitattributes';
  if (command === 'check') return asksFor(argv, '--fix') && /\.ya?ml$/.test(path);
  if (command === 'lint')
    return (asksFor(argv, '--fix') && /\.ya?ml$/.test(path)) || asksFor(argv, '--update-baseline');
  return false;
}

const nodeWords =
  /\b(?:ENOENT|EISDIR|ENOTDIR|EACCES|EEXIST|EINVAL|ENAMETOOLONG|EPERM|ERR_[A-Z_]+|ELOOP)\b|Cannot (?:read|set) propert|is not a function|is not iterable|is not defined|Unexpected (?:token|end of JSON|identifier|non-whitespace)|Invalid (?:regular expression|array length|string length|time value|URL)|Maximum call stack|heap out of memory|\[object Object\]|\bNaN\b|Expected .* in JSON|Converting circular|UnhandledPromise|Reduce of empty|(?:Range|Type|Syntax|Reference)Error/;

/** The lines that authflow says itself: no quoted source, no difference of files. */
const ownLines = (text) => text.split('\n').filter((line) => !/^(?: *\d+ \||\s+\||[-+ @])/.test(line));

/** What is wrong with one run: a name of the kind, and the words that show it. */
export function faultsOf({ code, stdout, stderr }, argv, given, before, after) {
  const faults = [];
  if (/^\s+at .*:\d+:\d+\)?$/m.test(stderr) || /internal error/.test(stderr)) {
    const [trace = stderr] = /(?:internal error|Error)[\s\S]{0,1500}/.exec(stderr) ?? [];
    faults.push(['internal', trace]);
  } else if (typeof code === 'string') faults.push([`killed-${code}`, stderr.slice(-500)]);
  else if (code > 4 || code === null) faults.push([`exit-${code}`, stderr.slice(-500)]);
  for (const line of ownLines(stderr)) {
    const [words] = nodeWords.exec(line) ?? [];
    if (words !== undefined && !given.includes(words)) faults.push([`words-${words}`, line.slice(0, 500)]);
  }
  for (const path of changes(before, after)) {
    if (!mayChange(path, argv, before)) faults.push(['writes', `${argv[0]}: ${path}`]);
  }
  if (/�/.test(stdout) && !/�/.test(given)) faults.push(['replacement-character', stdout.slice(stdout.indexOf('�') - 100, stdout.indexOf('�') + 100)]); // prettier-ignore
  return faults;
}
