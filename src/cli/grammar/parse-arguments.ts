/** Parses the command line with commander; the only file that uses it. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { exitCodes, exitCodeWords, terminalColumns, UsageError } from '../world/index.js';
import type { ExitCode, Output, World } from '../world/index.js';
import type { CommandSpec, Request } from './command.js';
import { options } from './options.js';
import type { OptionName, OptionValues } from './options.js';
import { refuseRemovedOptions, refuseRemovedVariables } from './removed.js';

/** Commands by name, in the order of the help. */
export type Commands = Readonly<Record<string, CommandSpec>>;

export interface Invocation extends Request {
  readonly command: CommandSpec;
}

/** Reads the command line. Help, version and usage errors are printed here, and the returned code ends the run. */
export function parseArguments(argv: readonly string[], commands: Commands, world: World): Invocation | ExitCode {
  let invocation: Invocation | undefined;
  const program = makeProgram(world);
  for (const [name, spec] of Object.entries(commands)) {
    const command = makeCommand(program, name, spec);
    command.action(() => {
      invocation = { command: spec, paths: command.args, options: readOptions(command, spec) };
    });
  }
  refuseRemovedOptions(argv);
  try {
    program.parse(argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return thrown.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  }
  refuseRemovedVariables(world);
  return invocation ?? exitCodes.usage;
}

/** Values by name in the table, because two options may have the same spelling. */
const readOptions = (command: Command, spec: CommandSpec): OptionValues =>
  Object.fromEntries(
    spec.options.flatMap((name) => {
      const value: unknown = command.getOptionValue(makeOption(name).attributeName());
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The output of `--help` without a terminal; `name`: a command, or '' for the general help. */
export function helpOf(name: string, commands: Commands): string {
  const program = makeProgram({ stdout: nowhere, stderr: nowhere });
  for (const [each, spec] of Object.entries(commands)) makeCommand(program, each, spec);
  const spec = commands[name];
  const command = spec ? program.commands.find((each) => each.name() === name) : program;
  return `${command?.helpInformation() ?? ''}${spec ? commandHelp(spec) : generalHelp}\n`;
}

const nowhere: Output = { write: () => undefined };

function makeProgram({ stdout, stderr }: Pick<World, 'stdout' | 'stderr'>): Command {
  return (
    new Command('authflow')
      .description('Diagrams, pages and pictures of authentication flows, from one YAML file per flow')
      .version(AUTHFLOW_VERSION)
      .exitOverride()
      .configureOutput({
        writeOut: (text) => void stdout.write(text),
        writeErr: (text) => void stderr.write(text),
        getOutHelpWidth: () => terminalColumns(stdout) ?? 100,
        getErrHelpWidth: () => terminalColumns(stderr) ?? 100,
      })
      // Descriptions already list the choices.
      .configureHelp({
        optionDescription: ({ description }) => description,
        subcommandTerm: (command) => command.name(),
      })
      .showHelpAfterError('run authflow --help for the commands')
      .addHelpText('after', generalHelp)
  );
}

function makeCommand(program: Command, title: string, spec: CommandSpec): Command {
  const command = program
    .command(`${title} ${spec.takes ?? ''}`.trim())
    .description(spec.about)
    .showHelpAfterError(`run authflow ${title} --help for its options`)
    // Readers of the help already know the option.
    .addHelpOption(new Option('-h, --help').hideHelp())
    .addHelpText('after', commandHelp(spec));
  for (const name of spec.options) {
    const option = makeOption(name);
    if (spec.unlisted?.includes(name)) option.hideHelp();
    command.addOption(option);
  }
  return command;
}

function makeOption(name: OptionName): Option {
  const { flags, about, choices, parse, config, decides, isHidden = false } = options[name];
  const option = new Option(flags, about).hideHelp(isHidden);
  if (config) option.helpGroup('Options that override authflow.config.yaml:');
  else if (decides !== 'run') option.helpGroup('Output:');
  if (choices) option.choices(choices);
  if (parse) option.argParser((value, previous) => explained(() => parse(value, previous as never)));
  return option;
}

/** Capitalizes our reason, because commander prints the option and the value before it. */
function explained<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    const [first = '', ...rest] = thrown.message;
    throw new InvalidArgumentError(`${first.toUpperCase()}${rest.join('')}`);
  }
}

const paths = ' (paths: files, folders, globs, shipped ids, -; default flows/)';

const commandHelp = ({ takes, examples }: CommandSpec): string =>
  examplesHelp(examples, takes === '[paths...]' ? paths : '');

function examplesHelp(examples: CommandSpec['examples'], about = ''): string {
  const width = Math.max(...examples.map(([command]) => command.length));
  const lines = examples.map(([command, about]) => `  ${command.padEnd(width)}  ${about}\n`);
  return `\nExamples${about}:\n${lines.join('')}`.trimEnd();
}

const generalHelp = `${examplesHelp([
  ['authflow init', 'write a first flow to flows/sign-in.yaml'],
  ['authflow render', 'render every flow in flows/ to out/'],
  ['authflow show client-credentials', 'print a shipped flow'],
  ['authflow check', 'fail when out/ is not current (CI)'],
])}

Exit codes:
${Object.entries(exitCodeWords)
  .map(([code, meaning]) => `  ${code}  ${meaning}`)
  .join('\n')}`;
