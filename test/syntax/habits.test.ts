/** What other notations write: each line is one mistake, and what is suggested for it compiles. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { applyEdits, doOverlap } from '../../src/source/edits.js';
import { isError } from '../../src/source/diagnostic.js';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { positionAt } from '../../src/source/source.js';

const folder = new URL('../diagnostics/cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => /^(?:other-|yaml-plantuml|yaml-message).*\.yaml$/.test(name));

const signIn = 'id: sign-in\ntitle: Sign in\nparticipants: { A: }\nsteps: [{ A -> A: x }]\n';
const errorsIn = (text: string, path = 'flow.yaml') =>
  compileFlow(
    { path, text },
    { readSource: (other) => (other.includes('sign-in') ? { path: other, text: signIn } : null) },
  ).diagnostics.filter(isError);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const messages = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ message }) => message).sort();

/** The lines that a hint wants to be pasted. */
function pastedLines({ hint = '' }: Diagnostic): readonly string[] {
  const [first = '', ...more] = hint.split('\n');
  if (more.length > 0) return more;
  const [, only] = /^[^?]*: (- .*)$/.exec(first) ?? [];
  return only === undefined ? [] : [only];
}

describe.each(cases)('%s', (name) => {
  const text = read(name);
  const found = errorsIn(text);

  it('has one error at each place', () => {
    const places = found.map(({ span }) => span && JSON.stringify(positionAt(span.source, span.start)));
    expect(places).toEqual([...new Set(places)]);
    expect(found.filter(({ hint }) => hint === undefined)).toEqual([]);
  });

  it.each(found.flatMap((diagnostic) => (diagnostic.fixes ?? []).map((fix) => [fix.title, fix, diagnostic] as const)))(
    'loses this error alone: %s',
    (_, fix, diagnostic) => {
      const after = errorsIn(applyEdits(text, fix.edits));
      const rest = messages(found);
      rest.splice(rest.indexOf(diagnostic.message), 1);
      expect(messages(after).filter((message) => !rest.includes(message))).toEqual([]);
      expect(messages(after)).not.toEqual(messages(found));
    },
  );

  it('suggests steps that compile', () => {
    for (const diagnostic of found) {
      const lines = pastedLines(diagnostic);
      if (!lines[0]?.startsWith('- ')) continue;
      const ids = ['A', 'B', 'C', 'D', 'E', 'my-app'];
      const flow = `id: x\ntitle: X\nparticipants: { ${ids.map((id) => `${id}: `).join(', ')} }\nsteps:\n${lines.map((line) => `  ${line}\n`).join('')}`;
      const others = errorsIn(flow).filter(
        ({ message }) => !isKnownBefore(message, found) && !/not active|has no target/.test(message),
      );
      expect(others.map(({ message }) => `${message}\n${flow}`)).toEqual([]);
    }
  });

  it('is sound once all fixes are made', () => {
    let now = text;
    for (let pass = 0; pass < 60; pass += 1) {
      const fixes = errorsIn(now).flatMap((diagnostic) => diagnostic.fixes?.[0] ?? []);
      if (fixes.length === 0) break;
      const [first] = fixes;
      const together = fixes
        .filter(
          (fix) => fix === first || !fix.edits.some((edit) => first!.edits.some((other) => doOverlap(edit, other))),
        )
        .slice(0, 1);
      now = applyEdits(
        now,
        together.flatMap(({ edits }) => edits),
      );
    }
    const left = errorsIn(now);
    expect(left.filter(({ fixes }) => fixes)).toEqual([]);
    expect(
      left.filter(({ message }) => !isKnownBefore(message, found)).map(({ message }) => `${message}\n${now}`),
    ).toEqual([]);
  });
});

/** A suggestion may keep another foreign line, which has a suggestion of its own. */
const isKnownBefore = (message: string, found: readonly Diagnostic[]): boolean =>
  found.some((diagnostic) => diagnostic.message === message);
