/** The command line's grammar, in terms of commander: the only file that knows it. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CommandSpec, Request } from './command.js';
import { commands } from './commands.js';
import type { CommandName } from './commands.js';
import { exitCodes, exitCodeWords } from './exit-code.js';
import type { ExitCode } from './exit-code.js';
import { options } from './options.js';
import type { OptionName, OptionValues } from './options.js';
import { UsageError } from './usage-error.js';
import { terminalColumns } from './world.js';
import type { World } from './world.js';

export interface Invocation extends Request {
  readonly command: CommandName;
}

/** Reads the command line. Help, version and usage errors are printed here and end the run with the code that comes back. */
export function parseArguments(argv: readonly string[], world: World): Invocation | ExitCode {
  let invocation: Invocation | undefined;
  const program = makeProgram(world);
  for (const [name, spec] of Object.entries(commands) as [CommandName, CommandSpec][]) {
    addCommand(program, name, spec, (paths, values) => (invocation = { command: name, paths, options: values }));
  }
  try {
    program.parse(argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return thrown.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  }
  return invocation ?? exitCodes.usage;
}

function makeProgram({ stdout, stderr }: World): Command {
  return new Command('authflow')
    .description('Diagrams, pages and pictures of authentication flows, from one YAML file per flow')
    .version(AUTHFLOW_VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      getOutHelpWidth: () => terminalColumns(stdout) ?? 100,
      getErrHelpWidth: () => terminalColumns(stderr) ?? 100,
    })
    .showHelpAfterError('run authflow --help for the commands')
    .addHelpText('after', generalHelp);
}

type Action = (paths: readonly string[], values: OptionValues) => void;

function addCommand(program: Command, name: CommandName, spec: CommandSpec, action: Action): void {
  const takes = spec.takes ?? '';
  const command = program
    .command(`${name} ${takes}`.trim())
    .description(spec.about)
    .showHelpAfterError(`run authflow ${name} --help for its options`)
    .addHelpText('after', `${pathsHelp(takes)}${examplesHelp(spec.examples)}`)
    .action(() => action(command.args, command.opts<OptionValues>()));
  for (const option of spec.options) command.addOption(makeOption(option));
}

function makeOption(name: OptionName): Option {
  const { flags, about, choices, parse } = options[name];
  const option = new Option(flags, about);
  if (choices) option.choices(choices);
  if (parse) option.argParser((value, previous) => explained(() => parse(value, previous)));
  return option;
}

/** Commander names the option and the value in front of our reason. */
function explained<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    const [first = '', ...rest] = thrown.message;
    throw new InvalidArgumentError(`${first.toUpperCase()}${rest.join('')}`);
  }
}

function examplesHelp(examples: CommandSpec['examples']): string {
  const width = Math.max(...examples.map(([command]) => command.length));
  const lines = examples.map(([command, about]) => `  ${command.padEnd(width)}  ${about}\n`);
  return `\nExamples:\n${lines.join('')}`;
}

function pathsHelp(takes: string): string {
  if (takes !== '[paths...]') return '';
  return '\nPaths are flow files, folders, quoted globs, ids of shipped flows, or - for standard input; default: flows/\n';
}

const generalHelp = `${examplesHelp([
  ['authflow init', 'write a first flow to flows/sign-in.yaml'],
  ['authflow render', 'render every flow in flows/ to out/'],
  ['authflow show client-credentials', 'print a shipped flow'],
  ['authflow check', 'fail when out/ is not current (CI)'],
])}
Exit codes:
${Object.entries(exitCodeWords)
  .map(([code, meaning]) => `  ${code}  ${meaning}\n`)
  .join('')}`;
