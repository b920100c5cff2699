/** Wrong usage of the command line: the run ends with its message. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
