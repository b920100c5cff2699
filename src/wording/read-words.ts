/** Reads an author's file with words: each must be one of authflow's, with the placeholders that it has there. */
import { canonicalLang, langTag, unknownName } from '../source/index.js';
import type { Diagnostic, Report, Source, Span } from '../source/index.js';
import { parseWords } from '../syntax/index.js';
import type { WordsShape } from '../syntax/index.js';
import { placeholdersIn } from './wordings.js';
import type { Word, WordsByLang } from './wordings.js';

interface ReadWords {
  /** The valid words of the file, under its language. */
  readonly words: WordsByLang;
  readonly diagnostics: readonly Diagnostic[];
}

/** `known`: the placeholders of each word, by name. The file's name says its language: `words.pt-BR.yaml`. */
export function readWords(source: Source, known: Readonly<Record<string, readonly string[]>>): ReadWords {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (found) => diagnostics.push(found);
  const [, tag = ''] = /(?<![^./\\])([^./\\]*)\.ya?ml$/.exec(source.path) ?? [];
  if (!langTag.test(tag) || !/\.[^./\\]+\.ya?ml$/.test(source.path)) {
    report({
      code: 'known-languages',
      severity: 'error',
      message: 'the name of a file with words ends in its language',
      span: { source, start: 0, end: 0 },
      hint: 'name it, for example, words.de.yaml or words.pt-BR.yaml',
    });
    return { words: {}, diagnostics };
  }
  const { shape, diagnostics: parsed } = parseWords(source);
  parsed.forEach(report);
  const entries = (shape ?? []).flatMap((entry) => checkWord(entry, known, report));
  return { words: { [canonicalLang(tag)]: Object.fromEntries(entries) }, diagnostics };
}

type WayOut = Pick<Diagnostic, 'hint' | 'fixes'>;

function checkWord(
  { key, value }: WordsShape[number],
  known: Readonly<Record<string, readonly string[]>>,
  report: Report,
): readonly (readonly [string, Word])[] {
  const needed = Object.hasOwn(known, key.value) ? known[key.value] : undefined;
  const word = JSON.stringify(key.value);
  const tell = (severity: Diagnostic['severity'], message: string, span: Span, wayOut: WayOut): void =>
    report({ code: 'known-words', severity, message, span, ...wayOut });
  if (!needed) {
    tell(
      'error',
      `authflow has no word ${word}`,
      key.span,
      unknownName(key.value, 'words', Object.keys(known), key.span),
    );
    return [];
  }
  const forms = Object.entries(value).flatMap(([category, text]) => (text ? [[category, text] as const] : []));
  const strange = forms.flatMap(([, text]) =>
    placeholdersIn(text.value).flatMap((name) => (needed.includes(name) ? [] : [{ name, span: text.span }])),
  );
  for (const { name, span } of strange) {
    const wayOut = needed.length === 0 ? { hint: 'it takes no value' } : unknownName(name, 'values', needed, span);
    tell('error', `the word ${word} has no {${name}}`, span, wayOut);
  }
  const lost = needed.filter((name) => !placeholdersIn(value.other.value).includes(name));
  for (const name of strange.length > 0 ? [] : lost) {
    const hint = 'outputs lose what it stands for';
    tell('warning', `the word ${word} leaves out {${name}}`, value.other.span, { hint });
  }
  const texts = Object.fromEntries(forms.map(([category, text]) => [category, text.value]));
  return [[key.value, forms.length === 1 ? value.other.value : texts]];
}
