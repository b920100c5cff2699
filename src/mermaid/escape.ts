/**
 * A label is text, never syntax: characters that Mermaid would take for syntax become numeric entities (`#59;`). A character
 * stays raw wherever Mermaid preserves it, because Mermaid measures an entity as seven characters and widens the diagram.
 * Tested with Mermaid's own parser in test/mermaid/escape.test.ts, and on rendered pictures in test/mermaid/picture.test.ts.
 */
import type { Lines } from '../model/index.js';
import { inOneLine } from '../source/index.js';

/** The position of a text. `alias` is a participant's label inside `@{…}`. */
type Position = 'message' | 'note' | 'participant' | 'alias' | 'box' | 'branch' | 'title' | 'accTitle' | 'accDescr';

interface Escape {
  /** Matches the characters that become entities, and only them. */
  readonly find: RegExp;
  /** Default: everywhere. */
  readonly at?: readonly Position[];
  readonly why: string;
}

/** Texts that Mermaid sanitizes as HTML before it draws them. */
const sanitized: readonly Position[] = ['box', 'title', 'accTitle', 'accDescr'];

const escapes: readonly Escape[] = [
  { find: /[#;]/gu, why: '# begins an entity or a comment, ; ends a statement' },
  {
    find: /<(?=[\w/!])/gu,
    why: 'begins a tag: <br> breaks the line, and attribute quotes are rewritten, even on later lines',
  },
  { find: /[<>&\u00a0]/gu, at: sanitized, why: 'the sanitizer drops tags and rewrites these characters near one' },
  { find: /%(?=%)/gu, why: '%% begins a comment, %%{ a directive that changes the configuration' },
  { find: /\$(?=\$)/gu, why: '$$ begins a KaTeX formula, drawn as HTML in a foreignObject' },
  { find: /^(?::(?=(?:no)?wrap:)|n(?=owrap:)|w(?=rap:))/gu, why: 'a leading wrap: or nowrap: is a command' },
  {
    find: /s(?=tyle)|c(?=lassDef)/gu,
    why: 'a line with style…:…#…; loses its last ; (encodeEntities, for flowcharts)',
  },
  { find: /[ﬂ¶]/gu, why: 'Mermaid marks entities by ﬂ° and ¶ß while it parses' },
  { find: /^[^\S\n]+|(?<![^\S\n])[^\S\n]+$/gu, why: 'Mermaid trims texts' },
  { find: /(?<=\n)[^\S\n]+(?=\n)/gu, why: 'a line of white space has no size, and Mermaid draws nothing at all' },
  { find: /\)/gu, at: ['box'], why: 'the colour rgb(…) is read up to the last ) of the line' },
  {
    find: /[\u2028\u2029]/gu,
    at: ['box'],
    why: 'a title after these is lost: the pattern that splits off the colour stops here',
  },
  { find: /["\\}\u007f]/gu, at: ['alias'], why: 'a double-quoted string of YAML, in braces' },
];

/** Mermaid reads these as one line. */
const oneLine: readonly Position[] = ['title', 'accTitle', 'accDescr'];

/** Mermaid 10 refuses a message, note or participant without any text. */
const neverEmpty: readonly Position[] = ['message', 'note', 'participant', 'alias'];

const entities = (characters: string): string =>
  Array.from(characters, (character) => `#${character.codePointAt(0) ?? 0};`).join('');

/** Escapes a text for `position`. Its lines are separated by `\n`, in the result by `<br/>`. */
export function escapeText(text: string, position: Position): string {
  if (text === '' && neverEmpty.includes(position)) return entities(' ');
  const input = oneLine.includes(position) ? inOneLine(text) : text;
  const found = findSyntax(input, position);
  let offset = 0;
  const written = Array.from(input, (character) => {
    const isSyntax = found.has(offset);
    offset += character.length;
    return isSyntax ? entities(character) : character;
  });
  return written.join('').replace(/\n+/g, (breaks) => breakLines(breaks.length, position));
}

/** A break in a fragment's label needs a space before it: Mermaid 11 sometimes hyphenates it as a part of a word. */
const breakLines = (count: number, position: Position): string =>
  `${position === 'branch' ? ' ' : ''}${'<br/>'.repeat(count)}`;

/**
 * A string of JSON, without its quotes. Links are JSON since an entity in a URL is no URL any more before Mermaid decodes it
 * (`#38;` becomes `%EF%AC%82…`), and JSON's own escapes are gone by then. Mermaid reads JSON in one line. In a label,
 * `<br>` would still break the line.
 */
export function escapeJson(text: string, position: 'label' | 'url'): string {
  const line = inOneLine(text);
  const [start, end] = [line.length - line.trimStart().length, line.trimEnd().length];
  return (
    line
      // As above: white space alone has no size; labels are keys of an object, which has no key __proto__; encodeEntities must
      // see no style…:…#…; around an entity.
      .replace(/^_(?=_proto__$)|s(?=tyle)|c(?=lassDef)| |[^\w .,:/?!=+~*()'-]/g, (unit, offset: number) =>
        unit === ' ' && offset >= start && offset < end
          ? unit
          : (position === 'label' ? /[<ﬂ¶_\s]/ : /[ﬂ¶]/).test(unit)
            ? entities(unit)
            : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
  );
}

export const escapeLines = (lines: Lines, position: Position): string => escapeText(lines.join('\n'), position);

/** The offset of the first character that becomes an entity at `position`, or null. */
export function firstSyntax(text: string, position: Position): number | null {
  const found = [...findSyntax(text, position)];
  return found.length === 0 ? null : Math.min(...found);
}

/** The offsets of the characters that Mermaid would not preserve. */
function findSyntax(text: string, position: Position): ReadonlySet<number> {
  const rows = escapes.filter(({ at }) => at?.includes(position) ?? true);
  const matches = rows.flatMap(({ find }) => [...text.matchAll(find)]);
  return new Set(matches.flatMap(({ index, 0: match }) => Array.from(match, (_, at) => index + at)));
}
