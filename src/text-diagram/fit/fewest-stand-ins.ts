/** Chooses the names and texts that have to move below the diagram: no more than it takes to fit. */

/** What may move below the diagram. */
export interface StandIns {
  /** The indices of the participants whose names ids may replace. */
  readonly ids: ReadonlySet<number>;
  /** The texts that footnotes may replace, their lines joined. */
  readonly footnotes: ReadonlySet<string>;
}

export const noStandIns: StandIns = { ids: new Set(), footnotes: new Set() };

const without = <T>(all: ReadonlySet<T>, one: T): ReadonlySet<T> => new Set([...all].filter((other) => other !== one));

/**
 * Takes names and texts back, one by one in the order of the sets, as long as the diagram fits.
 *
 * @param all stand-ins with which the diagram fits
 */
export function fewestStandIns(all: StandIns, fits: (standIns: StandIns) => boolean): StandIns {
  let chosen = all;
  const attempt = (fewer: StandIns): void => {
    if (fits(fewer)) chosen = fewer;
  };
  for (const id of all.ids) attempt({ ...chosen, ids: without(chosen.ids, id) });
  for (const text of all.footnotes) attempt({ ...chosen, footnotes: without(chosen.footnotes, text) });
  return chosen;
}
