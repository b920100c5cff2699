/** The command line as a function: arguments and a world in, an exit code out. */
import type { CommandSpec } from './command.js';
import { commands } from './commands.js';
import { printConfig } from './config/print-config.js';
import { exitCodeOf, exitCodes, worstOf } from './exit-code.js';
import type { ExitCode } from './exit-code.js';
import { parseArguments } from './program.js';
import type { Invocation } from './program.js';
import { printError, printOutcome } from './print-outcome.js';
import { UsageError } from './usage-error.js';
import type { World } from './world.js';

/** @param argv without the program and the script */
export async function cli(argv: readonly string[], world: World): Promise<ExitCode> {
  try {
    const parsed = parseArguments(argv, world);
    return typeof parsed === 'number' ? parsed : await runCommand(parsed, world);
  } catch (thrown) {
    return explainThrown(thrown, world);
  }
}

async function runCommand(invocation: Invocation, world: World): Promise<ExitCode> {
  const spec: CommandSpec = commands[invocation.command];
  const outcome = await (invocation.options.printConfig ? printConfig(invocation, world) : spec.run(world, invocation));
  await printOutcome(outcome, invocation.options.reporter, world);
  return worstOf([...(outcome.codes ?? []), ...outcome.diagnostics.map(exitCodeOf)]);
}

function explainThrown(thrown: unknown, world: World): ExitCode {
  if (thrown instanceof UsageError) {
    printError(thrown.message, world);
    return exitCodes.usage;
  }
  const what = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  printError(`authflow failed, and the fault is its own. Please report this:\n${what}`, world);
  return exitCodes.failure;
}
