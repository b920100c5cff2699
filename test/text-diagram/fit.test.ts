import { describe, expect, test } from 'vitest';
import { asciiView } from '../../src/text-diagram/text-diagram.js';
import { fitScript } from '../../src/text-diagram/fit/fit.js';
import { breakable, breakableNote, wrap, wrapEvenly, wrapLine } from '../../src/text-diagram/fit/wrap.js';
import { checkDiagram } from './checker/check.js';
import { samples } from './samples.js';

describe('a long line breaks', () => {
  test.each([
    ['at spaces', 'one two three', 8, ['one two', 'three']],
    ['and keeps its indentation', '  one two three', 8, ['  one', '  two', '  three']],
    [
      'inside a URL',
      'GET https://login.example.com/authorize?response_type=code&state=af0',
      26,
      ['GET', 'https://login.example.com', '/authorize', '?response_type=code', '&state=af0'],
    ],
    ['inside parameters', 'client_id=CONSUMER_KEY', 16, ['client_id=', 'CONSUMER_KEY']],
    ['inside names', 'code_challenge_method', 16, ['code_challenge_', 'method']],
    ['anywhere at last', 'aaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aa']],
    ['between wide letters', '認証サーバー', 5, ['認証', 'サー', 'バー']],
    ['not before the mark of a long vowel', '認可サーバー', 7, ['認可', 'サー', 'バー']],
    ['not between a bracket and what it holds', '送信する（コード）', 10, ['送信する', '（コード）']],
    ['between Korean words', '로그인 버튼을 누른다', 14, ['로그인 버튼을', '누른다']],
    ['in halves, not before the last letter', 'metadata', 7, ['meta', 'data']],
    [
      'not inside the slashes before a host',
      'redirect_uri=https://app.example',
      16,
      ['redirect_uri=', 'https://app.', 'example'],
    ],
    ['not inside an escaped byte', 'aaaa%3Abbbb', 6, ['aaaa', '%3Abbb', 'b']],
    ['not inside an escaped character', 'aa\\u{39DD}bb', 8, ['aa', '\\u{39DD}', 'bb']],
    ['not inside a placeholder', 'id=${CLIENT_ID}-x', 13, ['id=', '${CLIENT_ID}-', 'x']],
    ['not inside a placeholder in angles', 'code=<AUTH_CODE>', 11, ['code=', '<AUTH_CODE>']],
    ['not before the accent of a letter', 'ee\u0301e\u0301e\u0301', 4, ['ee\u0301e\u0301e\u0301']],
    ['only where it must', 'short', 5, ['short']],
    ['at the humps of a name', 'PaymentServiceProvider', 9, ['Payment', 'Service', 'Provider']],
    ['after an abbreviation in a name', 'JSONWebToken', 8, ['JSONWeb', 'Token']],
    ['not inside OAuth', 'OAuthClient', 7, ['OAuth', 'Client']],
    ['in front of the arguments of a call', 'onLinked(public_token)', 14, ['onLinked', '(public_token)']],
    ['not inside the arguments', 'Link.start({ token }).open()', 16, ['Link.start', '({ token }).', 'open()']],
    ['not between a name and its empty brackets', 'getAuthorizationToken()', 18, ['getAuthorization', 'Token()']],
    ['not between dots', 'waiting...done', 11, ['waiting...', 'done']],
    ['not at the point of a number', 'TLS1.3-capable', 8, ['TLS1.3-', 'capable']],
    ['not before the name of a hidden folder', 'GET /.well-known/jwks', 12, ['GET', '/.well-known', '/jwks']],
    ['inside a URN', 'urn:ietf:params:oauth', 12, ['urn:ietf:', 'params:oauth']],
    ['and keeps a number with its first word', '1. Request the page', 11, ['1. Request', '   the page']],
    ['and keeps two numbers with it', '8. 8a. Send the mail', 15, ['8. 8a. Send the', '       mail']],
    ['and hangs under the text of an item', '- one two three', 9, ['- one two', '  three']],
    ['but a number that takes most of a row is a word', '12. one', 6, ['12.', 'one']],
  ])('%s', (_, line, limit, broken) => {
    expect(wrapLine(line, limit)).toEqual(broken);
  });
});

const inNote = (...lines: string[]): readonly string[] => breakableNote(lines).flatMap((line) => wrap(line, 14).rows);

describe('a wrapped line of a note', () => {
  test.each([
    ['a parameter', ['scope=one two three', 'state=x'], ['scope=one two', '  three', 'state=x']],
    ['a header', ['Accept: text/html, text/plain'], ['Accept:', '  text/html,', '  text/plain']],
    ['JSON', ['{', '  "audience": "somebody"', '}'], ['{', '  "audience":', '    "somebody"', '}']],
    ['a line beside parameters', ['POST /some/long/path', 'a=b'], ['POST /some', '  /long/path', 'a=b']],
    ['a numbered line', ['1. first of all', '2. then'], ['1. first of', '   all', '2. then']],
  ])('hangs if it is %s', (_, lines, rows) => {
    expect(inNote(...lines)).toEqual(rows);
  });

  test('does not hang if it is prose', () => {
    expect(inNote('Only the browser may see it')).toEqual(['Only the', 'browser may', 'see it']);
  });
});

test('a text that is drawn breaks into as few rows, of about the same width', () => {
  expect(wrapEvenly(breakable('It is for A, so B must never see it'), 32)).toEqual([
    'It is for A, so B',
    'must never see it',
  ]);
  expect(wrapEvenly(breakable('GET /userinfo'), 32)).toEqual(['GET /userinfo']);
});

test.each([120, 100, 90, 80])('samples at %i columns are whole, and no wider where they need not be', (width) => {
  for (const { script, options: chosen } of Object.values(samples)) {
    const view = asciiView(script, { ...chosen, width });
    const { fitted } = fitScript(script, { ...chosen, width });
    expect(checkDiagram(fitted, chosen, view.rows.map(({ text }) => `${text}\n`).join(''))).toEqual([]);
    if (script.participants.length < 5) expect(view.width).toBeLessThanOrEqual(width);
  }
});
