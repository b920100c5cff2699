/** The schema of `page`: prose and tables of the Markdown page. Texts are inline Markdown. */
import { z } from 'zod';
import { doc, list, oneOrMany, required, short, text } from './shape.js';

interface SectionShape {
  title: string;
  text?: string | undefined;
  bullets?: string[] | undefined;
  steps?: string[] | undefined;
  table?: { columns: string[]; rows: string[][] } | undefined;
  sections?: SectionShape[] | undefined;
}

const texts = () => oneOrMany(text());

const sectionSchema: z.ZodType<SectionShape> = z.strictObject({
  title: required(text(), 'The heading.', 'Key characteristics'),
  text: doc(text(), 'Paragraphs, separated by blank lines.', 'The service acts for itself.'),
  bullets: doc(texts(), 'A bulleted list.', ['No user takes part']),
  steps: doc(texts(), 'A numbered list.', ['Open the settings', 'Turn the flow on']),
  table: doc(
    z.strictObject({
      columns: required(list(text()), 'The column heads.', ['Aspect', 'Value']),
      rows: required(list(list(text())), 'The rows, each with one text per column.', [
        ['Refresh token', 'Not returned'],
      ]),
    }),
    'A table.',
    { columns: ['Aspect', 'Value'], rows: [['Refresh token', 'Not returned']] },
  ),
  sections: doc(list(z.lazy(() => sectionSchema)), 'Sub-sections.', [
    { title: 'Connected App', steps: ['Open Setup'] },
  ]),
});

export const pageSchema = z.strictObject({
  whenToUse: doc(texts(), 'When this flow is the right one.', ['Service accounts']),
  whenNotToUse: doc(texts(), 'When it is not.', ['A user’s consent matters']),
  prerequisites: doc(texts(), 'What must be in place.', ['The client is registered']),
  samples: doc(
    list(
      short(
        'step',
        z.strictObject({
          step: required(text(), 'The id of the step.', 'token-request'),
          title: doc(text(), 'The heading. Default: from the step.', 'Token Request'),
        }),
      ),
    ),
    'Steps whose request is shown as curl, HTTP and code, with the response.',
    ['token-request'],
  ),
  sections: doc(list(sectionSchema), 'Further sections, in order.', [
    { title: 'Key characteristics', bullets: ['No user'] },
  ]),
  securityConsiderations: doc(texts(), 'What to take care of.', ['Keep the secret out of browsers']),
  limitations: doc(texts(), 'What the flow can’t do.', ['No refresh token']),
});
