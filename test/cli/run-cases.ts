/** Runs a case of test/cli/cases/ and test/cli/import-cases/. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseCase, printCase } from './case-file.js';
import type { CaseFile, CommandResult } from './case-file.js';
import { tempWorld } from './temp-world.js';
import type { TempWorld, TempWorldOptions } from './temp-world.js';

/** One test per file of the folder. Read a change with care before `vitest -u`. */
export function testCases(folder: URL): void {
  it.each(fs.readdirSync(folder))('%s', async (name) => {
    const url = new URL(name, folder);
    const given = parseCase(fs.readFileSync(url, 'utf8'));
    await expect(printCase(given, await runCase(given))).toMatchFileSnapshot(url.pathname);
  });
}

async function runCase({ files, commands }: CaseFile): Promise<CommandResult[]> {
  const options: { env: Record<string, string>; terminal?: number; stdin: string } = {
    env: {},
    stdin: files.find(({ name }) => name === '<stdin>')?.content ?? '',
  };
  const [first = []] = commands.map(words);
  for (const word of first.filter((text) => /^[A-Z_]+=/.test(text))) {
    const [name = '', value = ''] = word.split('=');
    if (name === 'TERMINAL') options.terminal = Number(value);
    else options.env[name] = value;
  }
  const world = tempWorld(options satisfies TempWorldOptions);
  for (const file of files) if (file.name !== '<stdin>') place(file, world);
  const results: CommandResult[] = [];
  for (const command of commands) results.push({ command, ...(await runCommand(command, world)) });
  return results;
}

function place({ name, content }: CaseFile['files'][number], world: TempWorld): void {
  const [path = '', target] = name.split(' -> ');
  if (target === undefined) world.write(path, content);
  else fs.symlinkSync(target, world.path(path));
}

async function runCommand(command: string, world: TempWorld): Promise<Omit<CommandResult, 'command'>> {
  const [program, ...argv] = words(command).filter((word) => !/^[A-Z_]+=/.test(word));
  if (program === 'cat') return { stdout: world.read(argv[0]!) };
  if (program === 'sed') {
    const [file = '', from = '', to = ''] = argv;
    world.write(file, world.read(file).replaceAll(from, to));
    return { stdout: '' };
  }
  if (program === 'rm') {
    fs.rmSync(world.path(argv[0]!));
    return { stdout: '' };
  }
  if (program === 'ls') return { stdout: listFolder(world.path(argv[0]!)) };
  return world.run(...argv);
}

const listFolder = (folder: string): string =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !fs.lstatSync(join(folder, name)).isDirectory())
    .sort()
    .map((name) => `${name}\n`)
    .join('');

/** As a shell splits them, with single quotes at most. */
const words = (command: string): string[] =>
  (command.match(/(?:'[^']*'|\S)+/g) ?? []).map((word) => word.replaceAll("'", ''));
