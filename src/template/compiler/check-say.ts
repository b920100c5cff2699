/** Checks that a word exists, and gets the values that it needs. */
import { nearestOf } from '../../source/index.js';
import type { Report } from '../../source/index.js';
import { argumentTypes } from './check-call.js';
import type { Scope } from './scope.js';
import type { Say } from './syntax.js';

/** The placeholders of each word, by its name. */
export type KnownWords = Readonly<Record<string, readonly string[]>>;

export function checkSay({ name, args, span }: Say, words: KnownWords, scope: Scope, report: Report): void {
  argumentTypes(args, scope, report);
  const fail = (message: string, hint: string, at = span): void =>
    report({ code: 'known-words', severity: 'error', message, span: at, hint });
  const needed = Object.hasOwn(words, name) ? words[name] : undefined;
  if (!needed) {
    fail(`unknown word "${name}"`, nearestOf(name, 'words of templates/words.en.yaml', Object.keys(words)));
    return;
  }
  const given = args.map((argument) => argument.name);
  for (const missing of needed.filter((each) => !given.includes(each)))
    fail(`the word "${name}" needs a value for {${missing}}`, `write {{say "${name}" ${missing}=field}}`);
  for (const argument of args.filter((each) => !needed.includes(each.name)))
    fail(`the word "${name}" has no {${argument.name}}`, nearestOf(argument.name, 'values', needed), argument.span);
}
