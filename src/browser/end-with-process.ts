/** Runs clean-up when this process ends early, also by a signal. */

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
const NAMES = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];

interface LastAct {
  /** Moves the act behind acts that were registered meanwhile. */
  readonly last: () => void;
  readonly cancel: () => void;
}

/**
 * Runs a synchronous act when the process exits, by a signal too. A signal that somebody else listens to is left to them:
 * they end the process, or don't.
 */
export function atProcessEnd(act: () => void): LastAct {
  const cancel = () => {
    process.off('exit', act);
    for (const signal of NAMES) process.off(signal, exitBySignal);
  };
  const listen = () => {
    process.once('exit', act);
    for (const signal of NAMES) process.on(signal, exitBySignal);
  };
  listen();
  return {
    last: () => {
      cancel();
      listen();
    },
    cancel,
  };
}

/** All acts share one function, so that it can tell its own registrations from others'. */
function exitBySignal(signal: keyof typeof SIGNALS): void {
  if (process.listeners(signal).every((listener) => listener === exitBySignal)) process.exit(128 + SIGNALS[signal]);
}
