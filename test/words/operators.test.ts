/** The operators of fragments in excerpts. */
import { expect, it } from 'vitest';
import { packagedDesign } from '../../src/design.js';
import { findExcerpt } from '../../src/model/excerpt.js';
import { putIntoWords } from '../../src/words/words.js';
import { flowOf, withSteps } from '../compile.js';

it('are those of the branches that are left', () => {
  const flow = flowOf(
    withSteps(`  - alt:
      one: [{ C -> AS: First }]
      two: [{ C -> AS: Second, id: second }]
      three: [{ C -> AS: Third }]
`),
  );
  const { steps } = putIntoWords(flow, 'text', packagedDesign().templates, { excerpt: findExcerpt(flow, 'second') });
  const [fragment] = steps;
  expect(fragment).toMatchObject({ branches: [{ operator: 'alt', lines: ['two'] }] });
});
