/** The reference flow's page, with the facts that its source document has wrong put right. */
import { emptyText } from '../../src/source/filled-text.js';
import type { Flow } from '../../src/model/flow.js';
import {
  exchange,
  fields,
  fill,
  flow,
  json,
  message,
  page,
  participant,
  request,
  response,
  sample,
  section,
  table,
  variable,
} from './flows.js';

const tokenRequest = exchange(
  'token-request',
  request('POST', 'https://${MY_DOMAIN}.my.salesforce.com/services/oauth2/token', {
    form: fields({
      grant_type: 'client_credentials',
      client_id: '${CONSUMER_KEY}',
      client_secret: '${CONSUMER_SECRET}',
    }),
  }),
);

const tokenResponse = message('AS', 'C', '200 access token', {
  isReply: true,
  response: response(200, {
    headers: fields({ 'Cache-Control': 'no-store' }),
    json: json({
      access_token: '${ACCESS_TOKEN}',
      signature: '${SIGNATURE}',
      scope: 'api',
      instance_url: '${INSTANCE_URL}',
      id: 'https://login.salesforce.com/id/${ORG_ID}/${USER_ID}',
      token_type: 'Bearer',
      issued_at: '${EPOCH_MILLIS}',
    }),
  }),
});

const apiRequest = exchange(
  'api-request',
  request('GET', '${INSTANCE_URL}/services/data/${API_VERSION=v66.0}/sobjects/Account', {
    headers: fields({ Authorization: 'Bearer ${ACCESS_TOKEN}' }),
  }),
);

const refused = message('AS', 'C', '400 invalid_grant', {
  isReply: true,
  response: response(400, { json: json({ error: 'invalid_grant' }) }),
});

export const reference: Flow = flow({
  id: 'client-credentials',
  title: fill('Client Credentials Flow'),
  summary: fill(
    'A service signs in to Salesforce as itself, with client_id and client_secret, and no user takes part.',
  ),
  specs: [
    { name: 'RFC 6749 §4.4', url: 'https://www.rfc-editor.org/rfc/rfc6749#section-4.4' },
    { name: 'RFC 9700 §2.5', url: '' },
  ],
  variables: [
    variable('MY_DOMAIN', "The org's My Domain name; a sandbox's is `MY_DOMAIN--SANDBOX.sandbox`"),
    variable('CONSUMER_KEY', "The app's consumer key, its `client_id`"),
    variable('CONSUMER_SECRET', "The app's consumer secret"),
    variable('ACCESS_TOKEN', 'Opaque to the client'),
    variable('INSTANCE_URL', 'Where the API of the org is'),
    variable('API_VERSION', 'A version that the org serves', 'v66.0'),
  ],
  participants: [participant('C', 'confidential-client'), participant('AS', 'authorization-server')],
  steps: [
    tokenRequest,
    {
      kind: 'fragment',
      type: 'alt',
      id: '',
      isNamed: false,
      phase: null,
      threats: [],
      inText: true,
      span: tokenRequest.span,
      interval: null,
      branches: [
        {
          label: fill('accepted'),
          tone: null,
          steps: [
            {
              ...tokenResponse,
              threats: [
                {
                  title: fill('Token read from logs'),
                  stride: 'I',
                  mitigation: fill('Log no response bodies'),
                  source: fill('RFC 9700 §2.3'),
                },
              ],
            },
            apiRequest,
            message('AS', 'C', '200 records', { isReply: true }),
          ],
        },
        { label: fill('not configured'), tone: null, steps: [refused] },
      ],
    },
  ],
  page: page({
    whenToUse: [
      'Service accounts and scheduled jobs',
      'System-to-system integrations with one org',
      'Work that runs under a dedicated integration user',
    ].map(fill),
    whenNotToUse: ["Each user's own permissions matter: use the JWT bearer or the authorization code flow"].map(fill),
    prerequisites: [
      'An External Client App, or a Connected App that already exists',
      'The client credentials flow enabled in its OAuth settings',
      'An execution user (*Run As*) set in its policies',
    ].map(fill),
    samples: [
      {
        ...sample(tokenRequest),
        requestParameters: [
          {
            name: 'grant_type',
            level: 'REQUIRED',
            description: fill('`client_credentials`'),
            source: fill('RFC 6749 §4.4.2'),
          },
          {
            name: 'scope',
            level: 'OPTIONAL',
            description: fill('Salesforce takes it from the app'),
            source: emptyText,
          },
        ],
      },
    ],
    code: [tokenRequest, apiRequest],
    sections: [
      section('Connected App or External Client App', {
        table: table(
          ['', 'Connected App', 'External Client App'],
          [
            ['Create', 'Only through Salesforce Support since Spring ’26', 'External Client App Manager, or metadata'],
            [
              'Execution user',
              'Manage → Edit Policies → **Run As**',
              'OAuth policy: **Run As**; metadata `clientCredentialsFlowUser`',
            ],
            ['Secret rotation', 'Manual', 'Staged: stage → rotate → delete'],
          ],
        ),
      }),
      section('Key characteristics', {
        table: table(
          ['Aspect', 'Value'],
          [
            ['User interaction', 'None'],
            ['Refresh token', '**Not returned**: ask for a new access token'],
          ],
        ),
      }),
      section('Enabling the flow', {
        sections: [
          section('For an External Client App', {
            steps: [
              'Edit Settings → OAuth → Enable Client Credentials Flow',
              'In the OAuth policy, enable the flow and set **Run As**',
            ].map(fill),
          }),
          section('For a Connected App', {
            steps: [
              'In the OAuth settings, enable the flow',
              'Manage → Edit Policies → Client Credentials Flow → **Run As**',
            ].map(fill),
          }),
        ],
      }),
    ],
    securityConsiderations: [
      'Keep `${CONSUMER_SECRET}` in a secret store; never ship it to a browser or a device (RFC 6749 §2.1).',
      'Give the integration user API access only, and no more permissions than it needs (RFC 9700 §2.3).',
    ].map(fill),
    limitations: [
      'No refresh token: on `401` ask for a new access token',
      'Every record is written as the execution user',
    ].map(fill),
  }),
});
