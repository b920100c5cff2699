import { expect, it } from 'vitest';
import { translateRe2 } from '../../build/re2.js';

it.each([
  [String.raw`(?i)a[b-c]`, 'a[b-c]', 'i'],
  [String.raw`ab(?i)c-[d-f0-9\-]`, String.raw`ab[cC]-[d-f0-9\-D-F]`, ''],
  [String.raw`(?i:x(?-i:y))z`, String.raw`(?:[xX](?:y))z`, ''],
  [String.raw`[[:alnum:]]{3}(?P<id>q)\z`, '[A-Za-z0-9]{3}(q)(?![^])', ''],
  [String.raw`a{5,}b+[*+]\*c*`, String.raw`a{5,2000}b{1,200}[*+]\*c{0,200}`, ''],
])('translates %s', (re2, source, flags) => expect(translateRe2(re2)).toEqual({ source, flags }));

it('knows what it does not know', () => {
  expect(() => translateRe2('(?s:.)')).toThrow('(?s: has no translation');
  expect(() => translateRe2('[[:punct:]]')).toThrow('[:punct:] has no translation');
});
