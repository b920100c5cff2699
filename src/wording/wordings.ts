/** Chooses the words for a language: an author's own, then those of the release, then English. */
import type { Wording } from '../model/index.js';
import { memoize } from '../source/index.js';

/** A text with placeholders, `{name}`; or several, by the plural category of the language (`one`, `other`). */
export type Word = string | Readonly<Record<string, string>>;

/** By name. */
export type Words = Readonly<Record<string, Word>>;

/** Words by language tag, canonical. A language may have only some of them. */
export type WordsByLang = Readonly<Record<string, Words>>;

/** The words for a language; for '' they are English. */
export type Wordings = (lang: string) => Wording;

/** The language that every word has. */
export const ENGLISH = 'en';

/** `layers`: from the weakest to the strongest; the first is that of the release, and has every word in English. */
export const makeWordings = (layers: readonly WordsByLang[]): Wordings => memoize((lang) => makeWording(lang, layers));

interface Entry {
  readonly word: Word;
  readonly lang: string;
}

function makeWording(asked: string, layers: readonly WordsByLang[]): Wording {
  const lang = asked === '' ? ENGLISH : asked;
  const entries = new Map<string, Entry>();
  for (const from of [ENGLISH, ...ancestorsOf(lang)])
    for (const layer of layers)
      for (const [name, word] of Object.entries(layer[from] ?? {})) entries.set(name, { word, lang: from });
  return {
    lang,
    say(name, values = {}) {
      const entry = entries.get(name);
      if (!entry) throw new Error(`there is no word ${JSON.stringify(name)} in templates/words.en.yaml`);
      return fill(textOf(entry, values), values);
    },
  };
}

/** From the widest to the tag itself, as in the lookup of RFC 4647 §3.4: `zh`, `zh-Hant`, `zh-Hant-TW`. */
function ancestorsOf(lang: string): readonly string[] {
  const parts = lang.split('-');
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'));
}

function textOf({ word, lang }: Entry, { count }: Readonly<Record<string, string | number>>): string {
  if (typeof word === 'string') return word;
  const category = pluralRules(lang).select(Number(count));
  return word[category] ?? word.other ?? '';
}

const pluralRules = memoize((lang) => new Intl.PluralRules(lang));

/** `{name}` in a text. */
export const placeholder = /\{([a-z][a-zA-Z]*)\}/g;

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(placeholder, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${JSON.stringify(text)} needs a value for {${name}}`);
    return String(value);
  });

/** The placeholders of a word, in order, each once. */
export const placeholdersIn = (word: Word): readonly string[] => {
  const texts = typeof word === 'string' ? [word] : Object.values(word);
  return [...new Set(texts.flatMap((text) => [...text.matchAll(placeholder)].map(([, name = '']) => name)))];
};
