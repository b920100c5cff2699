/** What must be done when this process ends before it could clean up. */

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

export interface LastAct {
  /** Puts it behind what was registered meanwhile. */
  readonly last: () => void;
  readonly cancel: () => void;
}

/**
 * Runs a synchronous act when the process exits, by a signal too. A signal that somebody else listens to is left to them:
 * they end the process, or don't.
 */
export function atProcessEnd(act: () => void): LastAct {
  const onSignal = (signal: keyof typeof SIGNALS) => {
    if (process.listenerCount(signal) === 1) process.exit(128 + SIGNALS[signal]);
  };
  const signals = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
  const cancel = () => {
    process.off('exit', act);
    for (const signal of signals) process.off(signal, onSignal);
  };
  const listen = () => {
    process.once('exit', act);
    for (const signal of signals) process.on(signal, onSignal);
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
