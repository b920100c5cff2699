import type { Run } from '../grammar/index.js';
import { inMs } from '../pictures/index.js';
import { exitCodes } from '../world/index.js';

/** Tells what can be drawn here, and prints the command that installs what is missing. Only a Node that is too old is a failure. */
export const runDoctor: Run = async (world, { options }) => {
  const examined = await world.examineMachine({ browser: options.browser, timeout: inMs(options.timeout) });
  world.stdout.write(`ok     authflow ${AUTHFLOW_VERSION}\n`);
  for (const { state, what, remedy } of examined) {
    const lines = [what, ...(remedy === null ? [] : remedy.split('\n'))];
    world.stdout.write(`${state.padEnd(7)}${lines.join(`\n${' '.repeat(7)}`)}\n`);
  }
  const fails = examined.some(({ state }) => state === 'fails');
  return {
    diagnostics: [],
    paths: [],
    printsData: true,
    codes: fails ? [exitCodes.failure] : [],
    summary: fails ? 'authflow needs a newer Node' : undefined,
  };
};
