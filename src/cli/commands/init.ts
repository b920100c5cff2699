import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { quoteWord } from '../grammar/index.js';
import type { OptionValues, Run } from '../grammar/index.js';
import { configureShown, initCi, offerPrettierIgnore, starterFlow, shippedFlow } from '../init/index.js';
import { writeNamed } from '../output/index.js';
import { displayPath } from '../project/index.js';
import { usableId } from '../../source/index.js';
import { isTaken, statsOf, UsageError } from '../world/index.js';
import type { World } from '../world/index.js';

/** Writes a flow file to start from, or the files of a CI; never overwrites an existing one. */
export const runInit: Run = async (world, { paths, options }) => {
  if (options.ci !== undefined) {
    return initCi(options.ci, world);
  }
  const path = paths[0] ?? defaultFile(options);
  if (options.extends && options.from === undefined)
    throw new UsageError('--extends extends a shipped flow: name it with --from');
  const file = resolve(world.cwd, path);
  const shown = displayPath(file, world);
  if (!/\.ya?ml$/.test(path)) throw new UsageError(`init ${path}: a flow file must end in .yaml`);
  if (isTaken(file, world)) throw new UsageError(`${shown} already exists, and init overwrites nothing`);
  const result = await writeNamed(file, flowText(file, options, world), world);
  if (typeof result === 'object') return { diagnostics: [result], paths: [shown] };
  const word = quoteWord(shown);
  const configured = await configureShown(world);
  const ignored = await offerPrettierIgnore(world);
  const files = [shown, ...ignored.written];
  const summary = `${files.join(' and ')} written; next: authflow show ${word}, authflow render ${word}${ignored.todo}`;
  return {
    diagnostics: [...configured.diagnostics, ...ignored.diagnostics],
    paths: files,
    summary: [summary, configured.line ?? []].flat().join('\n'),
  };
};

function defaultFile({ from = 'sign-in', extends: isExtension }: OptionValues): string {
  return `flows/${isExtension ? `our-${from}` : from}.yaml`;
}

function flowText(file: string, options: OptionValues, world: World): string {
  const [id, schema] = [flowId(file), schemaLine(file, world)];
  if (options.from === undefined) return starterFlow(id, schema);
  return shippedFlow({ from: options.from, extends: options.extends ?? false, id, schema }, world);
}

/** The id from the file's name: words of a-z and 0-9 joined by dashes. */
function flowId(file: string): string {
  const words = basename(file)
    .replace(/\.ya?ml$/, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return usableId(words?.join('-') ?? 'sign-in');
}

/** The first line: the schema for editors, where the package is installed in or above the file's folder; '' elsewhere. */
function schemaLine(file: string, { packageRoot, files }: World): string {
  const folder = dirname(file);
  const installed = foldersAbove(folder).map((above) => join(above, 'node_modules', 'authflow'));
  const inPackage = foldersAbove(folder).includes(packageRoot) ? [packageRoot] : [];
  const schema = [...installed, ...inPackage]
    .map((root) => join(root, 'schema', 'flow.schema.json'))
    .find((path) => statsOf(path, { files })?.isFile());
  return schema === undefined
    ? ''
    : `# yaml-language-server: $schema=${relative(folder, schema).split(sep).join('/')}\n`;
}

const foldersAbove = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...foldersAbove(dirname(folder))];
