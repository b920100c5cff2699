/** Projects to start from: the files of this repository, laid out as users have them, with commands that fit. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const options = [
  ['--format', 'mermaid,text,page'], ['--format', 'page'], ['--format', 'alt,steps'], ['--format', 'svg'], ['--theme', 'light'], ['--theme', 'dark'],
  ['--charset', 'ascii'], ['--width', '60'], ['--width', '200'], ['--set', 'host=a.example'], ['--style', 'rfc'], ['--style', 'compact'], ['--fenced'],
  ['--comment', '# '], ['--redact'], ['--threats'], ['--findings'], ['--stdout'], ['-o', 'out/one.mmd'], ['-o', '-'], ['--prune'], ['--shard', '1/2'],
  ['--print-config'], ['--reporter', 'json'], ['--reporter', 'github'], ['--reporter', 'gitlab'], ['--reporter', 'sarif'], ['--reporter', 'junit'],
  ['--since', 'HEAD'], ['--embed-fonts'], ['--strict-tool'], ['--fix'], ['--out', 'elsewhere'], ['--templates', 'mine'], ['--resolved'], ['--no-pager'],
  ['--json'], ['--verbose'], ['--strict'], ['--profile', 'oidc'], ['--rule', 'SEC006'], ['--baseline', 'accepted.txt'], ['--update-baseline'],
  ['--new', 'flows/a.yaml format=text'], ['--force'], ['--dry-run'], ['--in-place'], ['--extends'], ['--from', 'bff'], ['--ci', 'github'], ['--by', 'step'],
  ['--fit', '4:3'], ['--dim'], ['--step', 'token-request'], ['--scale', '1'], ['--image-width', '800'], ['--background', 'red'], ['--jobs', '2'],
]; // prettier-ignore

const onFlows = ['render', 'render', 'render', 'check', 'lint', 'show', 'list', 'slides'];
const commands = [
  ...onFlows.map((name) => [name]),
  ['show', '--resolved', 'flows'],
  ['render', '--format', 'mermaid,text,page,alt,steps'],
  ['check', '--fix'],
  ['lint', '--fix'],
  ['embed'],
  ['embed', 'docs'],
  ['embed', '--new', 'flows/a.yaml format=text', 'docs'],
  ['import', 'docs'],
  ['import', 'docs', '--stdout'],
  ['import', 'docs', '--in-place'],
  ['init'],
  ['init', 'flows/new.yaml', '--from', 'token-exchange'],
  ['init', '--from', 'bff', '--extends'],
  ['init', '--ci', 'gitlab'],
  ['explain', 'SEC006'],
  ['schema', 'config'],
  ['doctor'],
];

const read = (path) => readFileSync(path, 'utf8');

/** The files below a folder, by path with `/`. */
function filesBelow(folder, wanted) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) =>
        wanted.test(path) && statSync(join(folder, path)).isFile() && statSync(join(folder, path)).size < 60_000,
    )
    .sort();
}

/** A case of the command line has files and commands of its own. */
function readCase(text) {
  const end = text.search(/^\$ /m);
  const parts = text.slice(0, end).split(/^-- (.+) --$/m);
  const files = {};
  for (let at = 1; at < parts.length; at += 2) files[parts[at]] = parts[at + 1].slice(1);
  const own = [...text.matchAll(/^\$ (?:[A-Z_]+=\S+ )*authflow (.+)$/gm)].map(([, words]) =>
    (words.match(/(?:'[^']*'|\S)+/g) ?? []).map((word) => word.replaceAll("'", '')),
  );
  for (const name of Object.keys(files)) if (name.includes(' -> ') || name.startsWith('../')) delete files[name];
  return { files, commands: own };
}

/** All parts that projects are made of. */
export function readRepository(root) {
  const texts = (folder, wanted) =>
    filesBelow(join(root, folder), wanted).map((path) => [path, read(join(root, folder, path))]);
  const flows = texts('flows', /^[\w-]+\.yaml$/);
  const shared = Object.fromEntries(
    texts('flows/shared', /\.yaml$/).map(([path, text]) => [`flows/shared/${path}`, text]),
  );
  const cases = 'test/diagnostics/cases';
  const mistakes = readdirSync(join(root, cases))
    .filter((name) => !name.endsWith('.out'))
    .map((name) => {
      if (name.endsWith('.yaml')) return { 'flows/a.yaml': read(join(root, cases, name)) };
      return Object.fromEntries(texts(`${cases}/${name}`, /\.yaml$/).map(([path, text]) => [`flows/${path}`, text]));
    });
  const ofCommand = ['test/cli/cases', 'test/cli/import-cases'].flatMap((folder) =>
    texts(folder, /^/).map(([, text]) => readCase(text)),
  );
  const documents = [
    ...texts('docs', /^[\w-]+\.md$/),
    ...texts('test/docs/golden', /\.(?:mdx?|adoc)$/),
    ...texts('test/import/fixtures', /\.(?:mdx?|mmd|mermaid|adoc)$/),
  ];
  const release = 'test/fixtures/project-0.1.0';
  const old = existsSync(join(root, release)) ? Object.fromEntries(texts(release, /^/)) : {};
  const ownConfigs = ofCommand.flatMap(({ files }) => files['authflow.config.yaml'] ?? []);
  const pairs = Object.entries(old).filter(([path]) => /^flows\/[\w-]+\.yaml$/.test(path));
  return {
    flows: [...flows, ...texts('test/lint/realistic', /\.yaml$/)].map(([, text]) => text),
    shared, mistakes, ofCommand, documents, old, pairs,
    configs: [...ownConfigs, read(join(root, 'authflow.config.yaml'))],
    templates: texts('templates', /\.hbs$/),
    themes: texts('templates/themes', /\.yaml$/),
  }; // prettier-ignore
}

const addOptions = (argv, random) => (random.chance(0.5) ? [...argv, ...random.pick(options)] : argv);
const pickCommands = (random, list = commands) =>
  Array.from({ length: 2 + random.below(2) }, () => addOptions(random.pick(list), random));

/** Files that templates, themes and baselines come from, beside flows. */
function addExtras(files, parts, random) {
  const extras = { ...files };
  const argv = [];
  if (random.chance(0.35)) extras['authflow.config.yaml'] ??= random.pick(parts.configs);
  if (random.chance(0.3)) {
    for (let count = 1 + random.below(3); count > 0; count -= 1) {
      const [path, text] = random.pick(parts.templates);
      extras[`mine/${path}`] = text;
    }
    argv.push('--templates', 'mine');
  }
  if (random.chance(0.15)) {
    const [, text] = random.pick(parts.themes);
    extras['mine/themes/ours.yaml'] = text;
    argv.push('--templates', 'mine', '--theme', 'ours');
  }
  return { files: extras, argv };
}

const kinds = [
  (parts, random) => ({ files: { ...parts.shared, 'flows/a.yaml': random.pick(parts.flows) } }),
  (parts, random) => ({ files: { ...parts.shared, 'flows/a.yaml': random.pick(parts.flows), 'flows/b.yaml': random.pick(parts.flows) } }),
  (parts, random) => ({ files: random.pick(parts.mistakes) }),
  (parts, random) => random.pick(parts.ofCommand),
  (parts, random) => random.pick(parts.ofCommand),
  (parts, random) => {
    const [path, text] = random.pick(parts.documents);
    const page = `docs/${path.replaceAll('/', '-')}`;
    return { files: { 'flows/a.yaml': random.pick(parts.flows), ...parts.shared, [page]: text }, commands: [['embed'], ['embed', page], ['embed', '--new', 'flows/a.yaml', page], ['check'], ['import', page], ['import', page, '--in-place'], ['import', page, '--stdout']] };
  },
  (parts, random) => {
    const [, text] = random.pick(parts.documents);
    return { files: { 'flows/a.yaml': text }, commands: onFlows.map((name) => [name]) };
  },
  (parts, random) => {
    const [flow] = random.pick(parts.pairs);
    const id = flow.slice('flows/'.length, -'.yaml'.length);
    const kept = Object.entries(parts.old).filter(([path]) => path === flow || path.startsWith(`out/${id}.`) || path.startsWith('flows/shared/') || path === 'out/.authflow-manifest');
    return { files: Object.fromEntries(kept), commands: [['check'], ['render'], ['render', '--prune'], ['check', '--strict-tool'], ['list', '--json']] };
  },
]; // prettier-ignore

/** One project: files by path, before mutation, and commands. */
export function pickProject(parts, random) {
  const { files, commands: own } = random.pick(kinds)(parts, random);
  const { files: all, argv } = addExtras(files, parts, random);
  const list = own && own.length > 0 && random.chance(0.7) ? own : commands;
  const runs = pickCommands(random, list).map((words) =>
    argv.length > 0 && ['render', 'check', 'show', 'slides'].includes(words[0]) && random.chance(0.7)
      ? [...words, ...argv]
      : words,
  );
  return { files: all, commands: runs };
}
