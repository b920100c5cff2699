/** Gives up work that takes too long. */

/** `late`: what is then thrown. Work that was given up may still end, and nobody hears of it. */
export async function within<T>(ms: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}

/** `0.05 s`, `30 s` */
export const seconds = (ms: number): string => `${ms < 1000 ? Math.round(ms / 10) / 100 : Math.round(ms / 1000)} s`;
