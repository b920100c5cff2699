import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBase64 } from '../../src/source/index.js';

it('decodes what Node encodes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      for (const encoding of ['base64', 'base64url'] as const)
        expect(decodeBase64(Buffer.from(bytes).toString(encoding))).toEqual(bytes);
    }),
  );
});

it('decodes other texts as Node does', () => {
  const letter = fc.constantFrom(...Array.from('AZaz09+/-_=. \n%ä'));
  fc.assert(
    fc.property(fc.string({ unit: letter }), (text) => {
      expect(decodeBase64(text)).toEqual(new Uint8Array(Buffer.from(text, 'base64')));
    }),
  );
});
