/** Ends the reading of a document of MDX. */
export class Refusal extends Error {
  constructor(
    readonly reason: string,
    readonly place: { readonly offset: number },
    cause?: Error,
  ) {
    super(reason, { cause });
  }

  /** MDX takes each error for one that more text may mend, and asks for its place first. */
  get pos(): never {
    throw this;
  }
}

/** Of a document with more JavaScript than is read. */
export const TOO_MUCH = 'Too much JavaScript';

export const tooMuch = (offset: number): Refusal => new Refusal(TOO_MUCH, { offset });
