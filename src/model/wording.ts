/** The product's own words in outputs: what an author did not write. */

export interface Wording {
  /** The language of the words, as a language tag (BCP 47). */
  readonly lang: string;
  readonly say: Say;
}

/**
 * Says a word or sentence of templates/words.en.yaml by its name, with values for its placeholders. `count`, where there is one,
 * decides between singular and plural. Throws for an unknown name, and for a missing value: neither depends on a user's file.
 */
export type Say = (name: string, values?: Readonly<Record<string, string | number>>) => string;

/** The category of a threat by its letter (STRIDE); '' for none. */
export const sayCategory = (letter: string, say: Say): string =>
  letter === '' ? '' : say(`stride-${letter.toLowerCase()}`);

/** Several names in one text: `A, B, C`. */
export const sayList = (names: readonly string[], say: Say): string => names.join(say('list-separator'));

/** Several names in a sentence: `A and B`. */
export const sayAll = (names: readonly string[], say: Say): string =>
  names.reduceRight((rest, name) => (rest === '' ? name : say('both', { one: name, other: rest })), '');
