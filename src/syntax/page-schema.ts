/** The schema of `page`: prose and tables of the Markdown page. Texts are inline Markdown. */
import * as z from 'zod';
import { choice, doc, list, oneOrMany, record, required, short, text, withNotes } from './shape.js';

export interface SectionShape {
  title: string;
  text?: string | undefined;
  bullets?: string[] | undefined;
  steps?: string[] | undefined;
  table?: { columns: string[]; rows: string[][] } | undefined;
  code?: { language?: string | undefined; text: string } | undefined;
  sections?: SectionShape[] | undefined;
}

const texts = () => oneOrMany(text());

export const sectionSchema: z.ZodType<SectionShape> = withNotes(
  z.strictObject({
    title: required(text(), 'The heading.', 'Key characteristics'),
    text: doc(text(), 'Paragraphs, separated by blank lines.', 'The service acts for itself.'),
    bullets: doc(texts(), 'A bulleted list.', ['No user takes part']),
    steps: doc(texts(), 'A numbered list.', ['Open the settings', 'Turn the flow on']),
    table: doc(
      z.strictObject({
        columns: required(list(text()), 'The column headings.', ['Aspect', 'Value']),
        rows: required(list(list(text())), 'The rows, each with one text per column.', [
          ['Refresh token', 'Not returned'],
        ]),
      }),
      'A table.',
      { columns: ['Aspect', 'Value'], rows: [['Refresh token', 'Not returned']] },
    ),
    code: doc(
      short(
        'text',
        z.strictObject({
          text: required(text(), 'The code.', '{ "alg": "ES256" }'),
          language: doc(text(), 'A highlighter’s name.', 'json'),
        }),
      ),
      'A fenced block.',
      { language: 'json', text: '{ "alg": "ES256" }' },
    ),
    sections: doc(list(z.lazy(() => sectionSchema)), 'Sub-sections.', [
      { title: 'Connected App', steps: ['Open Setup'] },
    ]),
  }),
  { definition: 'section' },
);

const parameters = (example: string) =>
  record(
    short(
      'description',
      z.strictObject({
        level: doc(
          choice(['REQUIRED', 'RECOMMENDED', 'OPTIONAL']),
          'The requirement level in the document. Default: OPTIONAL.',
          'REQUIRED',
        ),
        description: doc(text(), 'The description.', example),
        source: doc(text(), 'The document that defines it.', 'RFC 6749 §4.4.2'),
      }),
    ),
  );

export const pageSchema = z.strictObject({
  picture: doc(
    choice(['svg', 'png']),
    'Shows a picture instead of the Mermaid block, for hosts that don’t draw Mermaid; render it with --format.',
    'svg',
  ),
  whenToUse: doc(texts(), 'When to use this flow.', ['Service accounts']),
  whenNotToUse: doc(texts(), 'When not to use it.', ['A user’s consent matters']),
  prerequisites: doc(texts(), 'What must be in place.', ['The client is registered']),
  samples: doc(
    list(
      short(
        'step',
        z.strictObject({
          step: required(text(), 'The id of the step.', 'token-request'),
          title: doc(text(), 'The heading. Default: from the request.', 'Token Request'),
          parameters: doc(parameters('client_credentials'), 'The request’s parameters, by name.', {
            grant_type: { level: 'REQUIRED', description: 'client_credentials', source: 'RFC 6749 §4.4.2' },
          }),
          responseParameters: doc(parameters('The token'), 'The response’s parameters, by name.', {
            access_token: { level: 'REQUIRED', source: 'RFC 6749 §5.1' },
          }),
        }),
      ),
    ),
    'Steps whose request is shown as curl and HTTP, with the responses; for a redirect, also the response that makes the browser send it.',
    ['token-request'],
  ),
  code: doc(list(text()), 'Ids of the steps whose requests make one program, in Python and Node.js.', [
    'token-request',
    'api-call',
  ]),
  sections: doc(list(sectionSchema), 'Further sections, in order.', [
    { title: 'Key characteristics', bullets: ['No user'] },
  ]),
  securityConsiderations: doc(texts(), 'Security considerations.', ['Keep the secret out of browsers']),
  limitations: doc(texts(), 'The limitations of the flow.', ['No refresh token']),
});
