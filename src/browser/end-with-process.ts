/** Runs clean-up when this process ends early, also on a signal. */

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
const NAMES = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];

/**
 * Runs a synchronous act when the process exits, also on a signal. If other code listens to the signal,
 * that code decides whether to end the process. Returns what cancels it.
 */
export function atProcessEnd(act: () => void): () => void {
  process.once('exit', act);
  for (const signal of NAMES) process.on(signal, exitBySignal);
  return () => {
    process.off('exit', act);
    for (const signal of NAMES) process.off(signal, exitBySignal);
  };
}

/** All acts share one function, so that it can distinguish its own registrations from others'. */
function exitBySignal(signal: keyof typeof SIGNALS): void {
  if (process.listeners(signal).every((listener) => listener === exitBySignal)) process.exit(128 + SIGNALS[signal]);
}
