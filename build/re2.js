// Translates the regular expressions of Go (RE2) to those of JavaScript on Node 20, which knows no `(?i)` inside an expression.

/**
 * The source and flags of an equal expression. Repetitions without an end get one, so that no attempt at a match is longer than
 * its form. Throws for syntax that it does not know.
 */
export function translateRe2(re2) {
  const isIgnoringCase = re2.startsWith('(?i)') && !re2.includes('(?-i');
  const tokens = isIgnoringCase ? re2.slice('(?i)'.length) : re2;
  return { source: boundRepetitions(spellCases(tokens, isIgnoringCase)), flags: isIgnoringCase ? 'i' : '' };
}

const named = { '[:alnum:]': 'A-Za-z0-9', '[:alpha:]': 'A-Za-z', '[:digit:]': '0-9', '[:xdigit:]': '0-9A-Fa-f' };

/** Parts of an expression: a class, an escape, the opening of a group, or one character. */
const part =
  /\[\^?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]|\\x[0-9A-Fa-f]{2}|\\.|\(\?[a-zA-Z-]+[:)]|\(\?P<\w+>|\{\d+,?\d*\}|[^]/g;

/** Writes both cases of each letter where `(?i)` is in force; nothing where the whole expression has the flag. */
function spellCases(re2, isWhole) {
  const outer = [];
  let ignores = false;
  const written = re2.match(part).map((token) => {
    const setting = /^\(\?(-?)i([:)])$/.exec(token);
    if (setting) {
      if (setting[2] === ':') outer.push(ignores);
      ignores = setting[1] === '';
      return setting[2] === ':' ? '(?:' : '';
    }
    if (token === '(?:' || token === '(' || token.startsWith('(?P<')) {
      outer.push(ignores);
      return token === '(?:' ? token : '(';
    }
    if (token.startsWith('(?')) throw new Error(`${token} has no translation`);
    if (token === ')') {
      ignores = outer.pop();
      return token;
    }
    if (token === String.raw`\z`) return '(?![^])';
    const isBoth = ignores && !isWhole;
    if (token.startsWith('[')) return spellClass(token, isBoth);
    return isBoth && /^[a-z]$/i.test(token) ? `[${token.toLowerCase()}${token.toUpperCase()}]` : token;
  });
  return written.join('');
}

function spellClass(token, isBoth) {
  const plain = token.replace(/\[:\w+:\]/g, (name) => {
    if (!(name in named)) throw new Error(`${name} has no translation`);
    return named[name];
  });
  if (!isBoth) return plain;
  const added = plain
    .slice(1, -1)
    .replace(/\\./g, '')
    .match(/[a-z]-[a-z]|[A-Z]-[A-Z]|[a-z]/gi);
  const other = (added ?? []).map((range) =>
    range === range.toLowerCase() ? range.toUpperCase() : range.toLowerCase(),
  );
  const missing = other.filter((range) => !plain.includes(range));
  return `${plain.slice(0, -1).replace(/(?<!\\)-$/, String.raw`\-`)}${missing.join('')}]`;
}

/** Longer than every token, and short enough that a search stays linear in the text. */
const LONGEST = 2000;
const LONGEST_PLAIN = 200;

const boundRepetitions = (source) =>
  source.replace(/\[(?:\\.|[^\]\\])*\]|\\.|\{(\d+),\}|[+*]/g, (token, least) => {
    if (least !== undefined) return `{${least},${LONGEST}}`;
    if (token === '+') return `{1,${LONGEST_PLAIN}}`;
    return token === '*' ? `{0,${LONGEST_PLAIN}}` : token;
  });
