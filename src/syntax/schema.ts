/** The schema of a flow file: one source for the types, the validation and the JSON Schema. */
import * as z from 'zod';
import { cornerNames, flowProfiles, participantKinds, participantShapes } from '../model/index.js';
import { longestId, notReserved } from '../source/index.js';
import { numberingSchema } from './numbering-schema.js';
import { pageSchema } from './page-schema.js';
import { choice, doc, flag, integer, lang, list, oneOrMany, pattern, record, required, short, text } from './shape.js';
import type { Located } from './shape.js';
import { stepChangeSchema, stepsSchema } from './step-schema.js';
import type { StepShape } from './step-schema.js';

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const specSchema = short(
  'name',
  z.strictObject({
    name: required(text(), 'The document.', 'RFC 6749'),
    section: doc(text(), 'The section, without "§".', '4.4'),
    url: doc(text(), 'Default: the RFC editor’s page of an RFC.', 'https://www.rfc-editor.org/rfc/rfc6749#section-4.4'),
  }),
);

const variableSchema = short(
  'description',
  z.strictObject({
    description: doc(text(), 'The value to set.', 'The app’s registered id'),
    value: doc(
      text(),
      'Shown in place of ${NAME}; --set NAME=… overrides it. Without a value, the variable is a placeholder.',
      'login.example.com',
    ),
    placeholder: doc(text(), 'The placeholder in diagrams and HTTP. Default: ${NAME}.', 'CLIENT_ID'),
  }),
);

export const boxSchema = short(
  'title',
  z.strictObject({
    title: doc(text(), 'Drawn above its participants.', 'Client application'),
    color: doc(text(), 'A CSS colour. Default: the zone’s, or the theme’s.', 'rgba(221,214,254,0.3)'),
    zone: doc(text(), 'A trust zone of the theme or the configuration.', 'client'),
  }),
);

export const participantSchema = short(
  'label',
  z.strictObject({
    label: doc(text(), 'Drawn on the participant; may have several lines. Default: its id.', 'Authorization server'),
    kind: doc(
      choice(participantKinds),
      'Its role in the protocol, which decides the channels of messages and the checks of the security rules.',
      'authorization-server',
    ),
    shape: doc(
      choice(participantShapes),
      'Mermaid’s participant shape. Default: participant, or actor for a user.',
      'database',
    ),
    box: doc(text(), 'The id of its box.', 'client'),
    before: doc(text(), 'The participant that it is placed before. Default: as listed.', 'AS'),
    after: doc(text(), 'The participant that it is placed after. Default: as listed.', 'C'),
    url: doc(text(), 'The base of relative URLs in requests to it.', 'https://as.example.com'),
    platform: doc(choice(['web', 'spa', 'native', 'service']), 'The platform that a client runs on.', 'native'),
    confidential: doc(flag(), 'A device that can keep a secret.', true),
    redirectUris: doc(list(text()), 'The redirect URIs that a client has registered.', ['https://app.example.com/cb']),
    links: doc(record(text()), 'Links in the participant’s menu, by label.', {
      Dashboard: 'https://as.example.com/admin',
    }),
    ascii: doc(
      short('label', z.strictObject({ label: required(text(), 'The label in the text diagram.', 'AS') })),
      'Its label in the text diagram.',
      'AS',
    ),
  }),
);

const themeSchema = short(
  'preset',
  z.strictObject({
    preset: doc(
      pattern([
        /^\s*[^,\s][^,]*(?:,\s*[^,\s][^,]*)?$/,
        'one theme, or two separated by a comma: the second is for pictures on dark pages',
      ]),
      'host (the default), auto, lavender, light, dark, contrast, print, or one of your own templates/themes/; light,dark draws each picture for light and for dark pages, auto one SVG for both (renderer: native).',
      'light',
    ),
    variables: doc(record(text()), 'Mermaid theme variables, which override the preset’s.', { actorBkg: '#ddd6fe' }),
    corners: doc(
      choice(cornerNames),
      'Corners of the text diagram, which override the preset’s. Default: square.',
      'rounded',
    ),
    pages: doc(
      choice(['both', 'light', 'dark']),
      'The pages on which the Mermaid is shown and must be readable. Default: both.',
      'light',
    ),
    legend: doc(flag(), 'Whether a legend under the diagrams names the trust zones of boxes. Default: false.', true),
    icons: doc(flag(), 'Whether the native pictures draw what kind each participant is. Default: true.', false),
  }),
);

const asciiSchema = short(
  'style',
  z.strictObject({
    style: doc(
      choice(['full', 'compact', 'rfc']),
      'full: frames, note boxes, loops; compact: few lines; rfc: for Internet-Drafts, 7-bit, at most 69 columns, with legs and words in the arrows. Default: full.',
      'compact',
    ),
    boxes: doc(flag(), 'Whether boxes around participants are drawn. Default: true.', false),
    self: doc(
      choice(['loop', 'text']),
      'Draws self-messages as a loop, or as text beside the lifeline. Default: loop.',
      'text',
    ),
    emoji: doc(
      choice(['drop', 'keep']),
      'Whether emoji are kept; terminals disagree on their width. Default: drop.',
      'keep',
    ),
    legs: doc(
      choice(['letters', 'digits']),
      'The legs of the style rfc: letters, as (A), or digits, as (1). Default: letters.',
      'digits',
    ),
    width: doc(
      integer(20, 1000),
      'The width in columns. Default: 100 in files, 72 in blocks of documents, the terminal’s own in a terminal.',
      80,
    ),
  }),
);

/** A step that a patch changes. */
const stepId = () =>
  short(
    'id',
    z.strictObject({
      id: doc(text(), 'The id of the step.', 'token-request'),
      replyTo: doc(text(), 'The id of a message: the step is the only reply to it.', 'userinfo'),
    }),
  );

const patchSchema = z.strictObject({
  at: doc(
    stepId(),
    'The step that "set" changes: its id, or { replyTo: id } for the only reply to a message.',
    'token-request',
    { replyTo: 'userinfo' },
  ),
  set: doc(stepChangeSchema, 'Keys to merge over that step, mapping by mapping; a key without a value is removed.', {
    request: { form: { client_secret: null } },
  }),
  before: doc(stepId(), 'The step before which "insert" puts steps.', 'token-request'),
  after: doc(stepId(), 'The step after which "insert" puts steps.', 'token-request'),
  insert: doc(stepsSchema, 'Steps to insert.', [{ 'C -> C': 'Sign the assertion' }]),
  remove: doc(stepId(), 'A step to remove.', 'token-request'),
});

const allowanceSchema = short(
  'reason',
  z.strictObject({
    reason: required(text(), 'Why the flow may break the rule.', 'Shows what the older app did'),
    steps: doc(oneOrMany(text()), 'The ids of the steps that may break it. Default: every step.', ['authorize']),
  }),
);

const lintSchema = z.strictObject({
  allow: doc(record(allowanceSchema), 'Rules that this flow may break, each with the reason.', {
    SEC013: 'history page',
  }),
  sessionCookies: doc(oneOrMany(text()), 'Session cookies whose names do not show it.', ['app']),
  csrfCookies: doc(oneOrMany(text()), 'Anti-forgery cookies, which a script must read.', ['app-check']),
  assertionLifetime: doc(integer(1, 86400), 'The maximum lifetime of an assertion, in seconds. Default: 300.', 120),
});

const id = pattern(
  [kebabCase, 'words of a-z and 0-9 joined by "-", such as "client-credentials"'],
  [notReserved, 'a name other than "readme" and those that Windows reserves (con, nul …)'],
  [new RegExp(`^.{1,${longestId}}$`), `at most ${longestId} characters long, because files are named after it`],
);

export const flowSchema = z.strictObject({
  id: doc(id, 'Names the files in the output folder.', 'client-credentials'),
  title: doc(text(), 'Names the page and the picture.', 'Client Credentials Flow'),
  lang: doc(
    lang(),
    'The language of its texts (BCP 47), in which authflow writes its own words, too. Default: that of the configuration, or en.',
    'de',
  ),
  heading: doc(flag(), 'Draws the title in the diagrams. Default: false.', true),
  summary: doc(
    text(),
    'One sentence: the page’s opening, and the picture’s description for screen readers.',
    'A service gets a token for itself.',
  ),
  family: doc(text(), 'The group of flows that it is listed in, in a gallery.', 'OpenID Connect'),
  status: doc(choice(['current', 'draft', 'deprecated']), 'Default: current.', 'deprecated'),
  specs: doc(oneOrMany(specSchema), 'The documents that define the flow.', ['RFC 6749 §4.4']),
  profile: doc(oneOrMany(choice(flowProfiles)), 'Tags that switch security rules on.', ['oidc']),
  issuer: doc(text(), 'The authorization server’s issuer identifier (RFC 8414 §2).', 'https://as.example.com'),
  extends: doc(text(), 'The shipped flow (by id) or the file that this flow is based on.', 'authorization-code-pkce'),
  include: doc(oneOrMany(text()), 'Files whose participants, boxes and variables this flow may use.', [
    'shared/parties.yaml',
  ]),
  variables: doc(record(variableSchema), 'Values that readers fill in: the customization points.', {
    CLIENT_ID: 'The app’s registered id',
  }),
  theme: doc(themeSchema, 'The colours of the Mermaid diagram. Default: the host’s.', 'light'),
  numbering: doc(numberingSchema, 'How messages are numbered.', 'label'),
  channels: doc(
    choice(['marks', 'legend', 'none']),
    'marks: marks redirects, and front-channel messages where there is also a back channel; legend: explains the marks too. Default: marks.',
    'legend',
  ),
  phases: doc(
    choice(['drawn', 'slides']),
    'drawn: the phases of steps are drawn in the diagrams, and are headings of the steps; slides: they only divide slides. Default: drawn.',
    'slides',
  ),
  mermaid: doc(
    z.strictObject({
      target: doc(
        pattern([/^\d+\.\d+(\.\d+)?$/, 'a version such as 11.12']),
        'The oldest Mermaid that must draw the result.',
        '11.12',
      ),
      notes: doc(
        choice(['layout', 'plain']),
        'layout: indented notes keep their layout, by no-break spaces and a directive; plain: as Mermaid draws them. Pictures keep it anyway. Default: layout.',
        'plain',
      ),
      tones: doc(
        choice(['marks', 'rect']),
        'rect: colours what has a tone, beside its mark; hosts in dark mode may spoil the colours. Default: marks.',
        'rect',
      ),
    }),
    'Limits the features that the Mermaid may use.',
    { target: '11.12' },
  ),
  boxes: doc(record(boxSchema), 'Groups of participants; each run of neighbours is drawn as one box.', {
    client: 'Client application',
  }),
  participants: doc(record(participantSchema), 'In drawing order; a string is the label.', {
    C: 'Service',
    AS: { kind: 'authorization-server' },
  }),
  steps: doc(stepsSchema, 'What happens, in order.', [{ 'C -> AS': 'POST /token' }]),
  patch: doc(list(patchSchema), 'Changes to the steps of the flow that this one extends.', [{ remove: 'consent' }]),
  ascii: doc(asciiSchema, 'The text diagram.', 'compact'),
  page: doc(pageSchema, 'Prose and tables of the Markdown page.', { whenToUse: ['Service accounts'] }),
  lint: doc(lintSchema, 'Security rules.', { allow: { SEC013: 'history page' } }),
});

/** The schema of an include file, with parts that several flows share. */
export const includeFileSchema = flowSchema.pick({
  variables: true,
  boxes: true,
  participants: true,
  steps: true,
  include: true,
});

/** A flow file as read: long forms only, every scalar with its place. Invalid parts are left out. */
export type FlowShape = Located<z.infer<typeof flowSchema>>;
export type IncludeFileShape = Located<z.infer<typeof includeFileSchema>>;
export type Step = Located<StepShape>;
export type Patch = Located<z.infer<typeof patchSchema>>;
