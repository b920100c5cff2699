/** Mutations of a file: of its bytes, its lines, its values and its structure. */
import { Buffer } from 'node:buffer';

/** What people and hostile files write where something else is expected. */
const scalars = [
  '', '~', 'null', 'true', 'yes', 'no', 'on', 'off', '0', '-1', '007', '0o17', '0x1F', '1e3', '1e400', '.inf', '.nan',
  '9007199254740993', '-0', '1_000', '2024-01-31', '12:30:45', '[]', '{}', '[[]]', '{ a: b }', '[a, b]', '- a', '#x', 'a #b', '"', "'",
  '""', "''", '|', '>', '*', '&', '!', '%', '@', '`', '? ', ': ', ',', '<<', '!!binary aGk=', '!!set {a}', '!x y', '${', '${A}', '${a}${b}', '$${x}',
  '{{', '{{x}}', '{{#if x}}', '{{> x}}', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '../../x', '/', '.', '..', 'con', 'nul', 'readme',
  'https://[', 'http://a b', 'javascript:alert(1)', '<script>', '<!--', '-->', '```', '~~~', '---', '...', '\\', '\\u0000', '\t', '%%{init}%%', '%%',
  'end', 'A -> B: x', 'A --> B', '->', 'A<->B: x', 'authflow:begin', 'a\\nb', '<br/>', '&amp;', '$$x$$', '#9829;', '\u202e\u05d0', '\u2028', '\u0085',
  '\u0301', '\u200b', '\ufeff', '\u00ad', '\ufffd', '\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67', '\u4f60\u597d', '\ufb02', '\u0130', '\u00df', '\u0000', '\u001b[31m',
  'rgba(0,0,0,0.5)', '#fff', '#12345', 'transparent', 'expression(1)', 'url(x)', '16:9', '1920x1080', 'unicode', 'mermaid,text', 'light,dark',
]; // prettier-ignore

/** Keys from all over the formats, so that one place gets another's. */
const keys = [
  'id', 'title', 'steps', 'participants', 'text', 'from', 'to', 'note', 'over', 'alt', 'opt', 'loop', 'par', 'critical', 'break', 'rect', 'group', 'extends',
  'include', 'patch', 'at', 'set', 'insert', 'before', 'after', 'remove', 'request', 'response', 'redirect', 'jwts', 'saml', 'page', 'theme', 'preset',
  'variables', 'boxes', 'box', 'kind', 'label', 'ascii', 'numbering', 'activate', 'deactivate', 'create', 'destroy', 'replyTo', 'arrow', 'phase', 'threats',
  'flows', 'out', 'formats', 'documents', 'lint', 'zones', 'words', 'url', 'headers', 'query', 'form', 'json', 'status', 'color', '<<', '__proto__', 'x-own',
]; // prettier-ignore

const huge = (random) =>
  random.pick([
    () => 'x'.repeat(20_000),
    () => 'word '.repeat(4_000).trim(),
    () => '${A}'.repeat(2_000),
    () => '\u4f60'.repeat(5_000),
    () => '['.repeat(2_000),
    () => `${'['.repeat(300)}${']'.repeat(300)}`,
    () => `${'{a: '.repeat(150)}1${'}'.repeat(150)}`,
    () => '*_'.repeat(2_000),
    () => 'e\u0301'.repeat(3_000),
    () => '9'.repeat(400),
  ])();

const position = (text, random) => random.below(text.length + 1);
const splice = (text, start, end, put) => text.slice(0, start) + put + text.slice(end);

/** Changes the lines of a text. */
const onLines = (change) => (text, random) => {
  const lines = text.split('\n');
  change(lines, random);
  return lines.join('\n');
};

/** Changes what follows `key:` or `- ` in some line. */
const onValue = (change) => (text, random) => {
  const places = [...text.matchAll(/^([ \t]*(?:- )*(?:[^\s:#][^:\n]*:[ ]|- ))(.*)$/gm)];
  if (places.length === 0) return text + change('', random);
  const place = random.pick(places);
  const start = place.index + place[1].length;
  return splice(text, start, start + place[2].length, change(place[2], random));
};

const swapValues = (text, random) => {
  const values = [...text.matchAll(/^[ \t]*(?:- )*[^\s:#][^:\n]*: (.+)$/gm)].map(([, value]) => value);
  return values.length === 0 ? text : onValue(() => random.pick(values))(text, random);
};

const mutations = [
  // Bytes
  (text, random) => splice(text, position(text, random), position(text, random), ''),
  (text, random) => text.slice(0, position(text, random)),
  (text, random) => {
    const at = position(text, random);
    return splice(text, at, at + 1 + random.below(3), random.pick(scalars));
  },
  (text, random) => {
    const at = position(text, random);
    return splice(text, at, at, String.fromCharCode(random.below(random.pick([128, 0x3000, 0x10000]))));
  },
  (text, random) => {
    const at = position(text, random);
    return splice(text, at, at + 1, '');
  },
  (text) => text.replaceAll('\n', '\r\n'),
  // Lines
  onLines((lines, random) => lines.splice(random.below(lines.length), 1 + random.below(3))),
  onLines((lines, random) => {
    const at = random.below(lines.length);
    lines.splice(at, 0, ...lines.slice(at, at + 1 + random.below(6)));
  }),
  onLines((lines, random) => {
    const taken = lines.splice(random.below(lines.length), 1 + random.below(5));
    lines.splice(random.below(lines.length + 1), 0, ...taken);
  }),
  onLines((lines, random) => {
    const at = random.below(lines.length);
    lines[at] = ' '.repeat(1 + random.below(6)) + lines[at];
  }),
  onLines((lines, random) => {
    const at = random.below(lines.length);
    const count = 1 + random.below(8);
    for (let line = at; line < Math.min(lines.length, at + count); line += 1)
      lines[line] = lines[line].replace(/^ {1,2}/, '');
  }),
  onLines((lines, random) => {
    const at = random.below(lines.length);
    lines[at] = lines[at].replace(/^ +/, '\t');
  }),
  onLines((lines, random) => {
    const at = random.below(lines.length);
    const [indent] = /^[ -]*/.exec(lines[at]);
    lines.splice(at, 0, `${' '.repeat(indent.length)}${random.pick(keys)}: ${random.pick(scalars)}`);
  }),
  // Values and keys
  onValue((_, random) => random.pick(scalars)),
  onValue((_, random) => random.pick(scalars)),
  onValue((value, random) => value + random.pick(scalars)),
  onValue((value, random) => random.pick(scalars) + value),
  onValue((_, random) => huge(random)),
  onValue((value) => `[${value}]`),
  onValue((value) => `{ ${value} }`),
  onValue((value) => `"${value}"`),
  onValue((value) => value.replaceAll(/["']/g, '')),
  swapValues,
  swapValues,
  (text, random) => text.replace(/^([ -]*)[\w-]+:/m, (_, indent) => `${indent}${random.pick(keys)}:`),
  (text, random) => {
    const found = [...text.matchAll(/[\w-]+(?=:)/g)];
    if (found.length === 0) return text;
    const at = random.pick(found);
    return splice(text, at.index, at.index + at[0].length, random.pick(keys));
  },
  (text, random) => {
    const words = [...text.matchAll(/\w+/g)];
    if (words.length === 0) return text;
    const [to, from] = [random.pick(words), random.pick(words)];
    return splice(text, to.index, to.index + to[0].length, from[0]);
  },
  // Anchors and aliases
  onValue((value) => `&a ${value}`),
  onValue((_, random) => random.pick(['*a', '&a *a', '&a', '*nowhere'])),
  (text) => text.replace(/^([\w-]+):$/m, '$1: &all').replace(/(steps|page|participants):\s*$/m, '$1: *all'),
  (text, random) => `&a [${'*a,'.repeat(random.below(3))}]\n${text}`,
  (text, random) => onValue(() => huge(random))(text, random),
];

/** One to four mutations of a text. */
export function mutate(text, random) {
  let mutated = text;
  for (let count = 1 + random.below(4); count > 0; count -= 1) mutated = random.pick(mutations)(mutated, random);
  return mutated;
}

/** Sometimes the bytes of a file are damaged: no UTF-8, a zero, a byte order mark, UTF-16, nothing at all. */
export function toBytes(text, random) {
  const bytes = Buffer.from(text);
  if (!random.chance(0.04)) return bytes;
  return random.pick([
    () => Buffer.concat([bytes.subarray(0, random.below(bytes.length + 1)), Buffer.from([0xff, 0xfe, 0xc3])]),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    () => Buffer.concat([bytes, Buffer.alloc(10)]),
    () => Buffer.alloc(0),
    () => Buffer.from([0x50, 0x4b, 0x03, 0x04, ...bytes.subarray(0, 300)]),
  ])();
}

const words = [
  ...['', ' ', '-', '--', '.', '..', '/', '*', '**', '[', '{', '!', '~', '%', '\\', '"', "'", '$(x)', '\u2028', '\u4f60', 'x'.repeat(300), 'NaN', '-1', '0', '1e9'],
  ...['9'.repeat(30), '1.5', 'null', 'undefined', '__proto__', 'constructor', 'no-such-file.yaml', 'flows/a.yaml/x.yaml', 'flows', 'flows/', 'flows/*.yaml', 'flows/**', '../beside/kept.yaml'],
  ...['out/x.mmd', 'a/b/c.txt', 'no.such.format', 'docs', 'authflow.config.yaml', 'mine', 'client-credentials', 'SEC006', 'mermaid', 'png', 'light,dark', 'rfc'],
  ...['1/2', '0/0', '3/2', '16:9', '1x1', 'a=b', '=', 'a=', 'HEAD', '--all', '--format', '--out', '--help', '--version', '--set', '--reporter', '-o', '-h', '--stdout'],
  ...['json', 'sarif', 'junit', 'gitlab', 'github', 'text', 'transparent', 'steps', 'alt', 'bff', 'flow', 'config'],
]; // prettier-ignore

/** The arguments of a command, some changed, doubled, moved or added. */
export function mutateArguments(argv, random) {
  const mutated = [...argv];
  for (let count = random.below(3); count > 0; count -= 1) {
    const at = 1 + random.below(mutated.length);
    random.pick([
      () => mutated.splice(at, 1, random.pick(words)),
      () => mutated.splice(at, 0, random.pick(words)),
      () => mutated.splice(at, 1),
      () => mutated.splice(at, 0, mutated[random.below(mutated.length)]),
    ])();
  }
  return mutated;
}
