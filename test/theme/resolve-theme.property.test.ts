import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '../../src/source/filled-text.js';
import { resolveTheme } from '../../src/theme/resolve-theme.js';
import { variableNames } from '../../src/theme/variables.js';
import { noChoice } from '../builders/flow.js';
import { presetOf } from './preset.js';

const span = { source: { path: 'flow.yaml', text: '' }, start: 0, end: 0 };

test('no value ends Mermaid’s directive, or a CSS rule', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          '#',
          'fff',
          'red',
          ';',
          '}',
          "'",
          '"',
          '}}%%',
          '\n',
          '<',
          '/*',
          'url(',
          ')',
          ',',
          'rgb(1,2,3',
          '16px',
          ' ',
        ),
      )
      .map((parts) => parts.join('')),
  );
  const resolve = (name: string, value: string) =>
    resolveTheme(presetOf('host'), { ...noChoice, variables: [{ name, value: textOf(value, span), nameSpan: span }] });
  fc.assert(
    fc.property(fc.constantFrom(...variableNames), hostile, (name, value) => {
      for (const variable of resolve(name, value).theme.variables) {
        // What Mermaid itself lets into a theme variable (sanitizeDirective), without its quote and semicolon.
        expect(variable.value).toMatch(/^[\d #%(),.A-Za-z]+$/);
      }
    }),
    { numRuns: 5000 },
  );
});
