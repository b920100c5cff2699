import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../src/scene/type/text-width.js';
import { wrapText, type Measure } from '../../../src/scene/type/wrap.js';

/** As many px as letters. */
const count = (text: string): number => Array.from(text).length;
const even: Measure = { first: count, rest: count };

const prose = (line: string, room: number, measure = even) => wrapText(line, room, measure, 'prose');
const data = (line: string, room: number) =>
  wrapText(line, room, even, 'data').map((text) => text.replaceAll('\u00a0', '_'));

describe('prose', () => {
  test('stays whole where it fits', () => expect(prose('  as  it  is ', 13)).toEqual(['  as  it  is ']));

  test('has the fewest lines, and these are as narrow as each other', () =>
    expect(prose('one two three four five', 20)).toEqual(['one two three', 'four five']));

  test('keeps a method and its path together', () => {
    expect(prose('POST /token with the code', 12)).toEqual(['POST /token', 'with the', 'code']);
    expect(prose('POST token', 8)).toEqual(['POST', 'token']);
    expect(prose('redirect GET /x', 12)).toEqual(['redirect', 'GET /x']);
  });

  test('a long path breaks inside, not behind its method', () =>
    expect(prose('POST /oauth2/v1/token', 13)).toEqual(['POST /oauth2/', 'v1/token']));

  test('breaks only words that have no room, behind marks and at humps', () => {
    expect(prose('the code_challenge_method of it', 15)).toEqual(['the code_', 'challenge_', 'method of it']);
    expect(prose('authorizationServerMetadata', 20)).toEqual(['authorization', 'ServerMetadata']);
    expect(prose('OAuthClient', 6)).toEqual(['OAuth', 'Client']);
    expect(prose('https://as.example.com', 12)).toEqual(['https://as.', 'example.com']);
  });

  test('breaks a word anywhere if nothing else helps', () =>
    expect(prose('supercalifragilistic', 8)).toEqual(['superca', 'lifragi', 'listic']));

  test('breaks Chinese and Japanese between letters, not before what must not begin a line', () => {
    expect(prose('認可サーバーでログインする', 6)).toEqual(['認可サー', 'バーでログ', 'インする']);
    expect(prose('トークン。', 4)).toEqual(['トーク', 'ン。']);
  });

  test('holds at no-break spaces', () => expect(prose('aa b\u00a0c d', 5)).toEqual(['aa', 'b\u00a0c d']));

  test('the first line can have a measure of its own', () => {
    const bold: Measure = { first: (text) => 2 * count(text), rest: count };
    expect(prose('aa bb cc dd', 8, bold)).toEqual(['aa', 'bb cc dd']);
  });

  test('kerning counts', () => {
    const measure: Measure = {
      first: (text) => textWidth(text, 'regular', 14),
      rest: (text) => textWidth(text, 'regular', 14),
    };
    for (const line of wrapText('Redirect to /authorize, then AVATAR To. Type', 90, measure, 'prose'))
      expect(measure.rest(line)).toBeLessThanOrEqual(90);
  });

  test('a letter wider than the room stands alone', () =>
    expect(prose('e\u0301a b', 1)).toEqual(['e\u0301', 'a', 'b']));
});

describe('data', () => {
  test('breaks behind marks or at blanks, and hangs', () =>
    expect(data('client_id=s6BhdRkqt3&state=xyz scope=openid', 18)).toEqual([
      'client_id=',
      '__s6BhdRkqt3&',
      '__state=xyz',
      '__scope=openid',
    ]));

  test("keeps the author's indentation", () =>
    expect(data('    "issuer": "https://as.example"', 24)).toEqual(['    "issuer": "https://', '______as.example"']));

  test('does not repeat an indentation that leaves no room', () =>
    expect(data('            "abcdef', 14)).toEqual(['            "', '__abcdef']));
});
