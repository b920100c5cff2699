/** Diagrams of different shapes, by the name of their golden file in test/text-diagram/golden/. */
import type { AsciiOptions } from '../../src/text-diagram/options.js';
import type { Script } from '../../src/model/script.js';
import { arrowHeads } from '../../src/model/step.js';
import {
  activate,
  arrow,
  fragment,
  fullStyle,
  highlight,
  message,
  note,
  participant,
  script,
  withoutEmoji,
} from './scripts.js';

export interface Sample {
  readonly script: Script;
  readonly options: AsciiOptions;
}

const sample = (of: Script, options: Partial<AsciiOptions> = {}): Sample => ({
  script: of,
  options: { ...fullStyle, ...options },
});

const clientCredentials = script(
  [participant('C', 'Service/Backend\n(client_id/secret)'), participant('SF', 'Salesforce\n(Auth Server)')],
  [
    message('C -> SF', '1. POST /token\ngrant_type=\n  client_credentials\nclient_id=KEY\nclient_secret=SECRET'),
    message('SF -> SF', '2. Validate\ncredentials'),
    message('SF -> SF', '3. Determine\nexecution\nuser'),
    message('SF -> SF', '4. Generate\naccess token'),
    message('SF -> C', '5. Access Token\n(NO refresh token!)\n(NO user context!)'),
    message('C -> SF', '6. API Request\n(Bearer token)'),
    message('SF -> C', '7. API Response\n(runs as svc user)'),
  ],
);

const clientCredentialsFull = script(
  [participant('C', '🖥️ Service\n(Backend Server)'), participant('SF', '☁️ Salesforce\nAuthorization Server')],
  [
    note('over C,SF', 'Client Credentials Flow (RFC 6749 Section 4.4)'),
    message('C -> C', '1. Retrieve Client Credentials', {
      notes: [note('over C', 'client_id = CONSUMER_KEY\nclient_secret = CONSUMER_SECRET')],
    }),
    message('C -> SF', '2. POST /services/oauth2/token', {
      notes: [
        note('over C,SF', 'grant_type=client_credentials\nclient_id=CONSUMER_KEY\nclient_secret=CONSUMER_SECRET'),
      ],
    }),
    message('SF -> SF', '3. Validate Client Credentials', {
      notes: [note('over SF', 'Verify client_id exists\nVerify client_secret matches')],
    }),
    message('SF -> SF', '4. Determine Execution User', {
      notes: [note('over SF', 'For ECA: Use assigned\nPermission Set user\n\nFor Connected App: Use\n"Run As" user')],
    }),
    message('SF -> SF', '5. Generate Access Token', {
      notes: [note('over SF', 'Token runs in context\nof execution user')],
    }),
    message('SF -> C', '6. Return Access Token', {
      notes: [
        note(
          'over SF,C',
          '{\n  "access_token": "...",\n  "instance_url": "https://...",\n  "token_type": "Bearer",\n  "issued_at": "..."\n}',
        ),
      ],
    }),
    note('over C', '⚠️ No refresh_token returned\n⚠️ No user context (runs as service user)'),
    message('C -> SF', '7. Make API Calls', { notes: [note('over C,SF', 'Authorization: Bearer ACCESS_TOKEN')] }),
    message('SF -> SF', '8. Execute as Service User', {
      notes: [note('over SF', "All operations run with\nexecution user's permissions")],
    }),
    message('SF -> C', '9. API Response'),
  ],
  {
    boxes: [
      { lines: ['CLIENT APPLICATION'], color: '', zone: '', zoneName: '', first: 0, last: 0 },
      { lines: ['SALESFORCE'], color: '', zone: '', zoneName: '', first: 1, last: 1 },
    ],
  },
);

const pkce = script(
  [
    participant('U', 'User', { shape: 'actor' }),
    participant('B', 'Browser'),
    participant('APP', 'Mobile App'),
    participant('AS', 'Authorization Server'),
    participant('RS', 'Resource Server'),
    participant('DB', 'Tokens', {
      shape: 'database',
      links: [{ label: 'Runbook', url: 'https://wiki.example/tokens' }],
    }),
  ],
  [
    message('U -> APP', '1. Tap "Log in"'),
    message('APP -> APP', '2. Create code_verifier'),
    message('APP -> B', '3. Open /authorize\n?code_challenge=…'),
    message('B -> AS', '4. GET /authorize?response_type=code&code_challenge=…', { activate: true }),
    fragment(
      'alt',
      [
        'user consents',
        message('AS --> B', '5. 303 redirect_uri?code=…'),
        message('B -> APP', '6. code'),
        message('APP -> AS', '7. POST /token'),
        fragment('opt', [
          'code was used before',
          message('AS -> AS', '8. Revoke tokens'),
          message('AS --> APP', '9. 400 invalid_grant'),
        ]),
        message('AS -> DB', '10. Store refresh token', { arrow: arrow('solid', 'async') }),
        message('AS --> APP', '11. tokens', { deactivate: true }),
      ],
      [
        'user denies',
        message('AS --> B', '12. error=access_denied', { arrow: arrow('dotted', 'cross'), deactivate: true }),
      ],
    ),
    fragment('loop', [
      'every 5 minutes',
      message('APP -> RS', '13. GET /profile'),
      message('RS --> APP', '14. 200 OK'),
    ]),
  ],
  {
    heading: ['Authorization Code Flow with PKCE'],
    boxes: [
      { lines: ['Device'], color: '', zone: '', zoneName: '', first: 0, last: 2 },
      { lines: ['Cloud'], color: '', zone: '', zoneName: '', first: 3, last: 5 },
    ],
  },
);

const everyArrow = script(
  ['A', 'B'],
  (['solid', 'dotted'] as const).flatMap((line) => [
    ...arrowHeads.flatMap((head) => [
      message('A -> B', `${line} ${head}`, { arrow: arrow(line, head) }),
      message('B -> A', '', { arrow: arrow(line, head) }),
    ]),
    message('A -> B', `${line}, both ways`, { arrow: arrow(line, 'filled', true) }),
  ]),
);

const lives = script(
  ['A', participant('B', 'Broker\n(queue)', { shape: 'queue' }), 'C', participant('S', 'Session')],
  [
    message('A -> B', '1. start', { activate: true }),
    message('B -> B', '2. nested call', { activate: true }),
    message('B -> C', '3. ask', { activate: true }),
    message('C -> A', '4. straight through', {}),
    message('C --> B', '5. answer', { deactivate: true }),
    message('B -> S', '6. open', { create: true }),
    message('S --> B', '7. ready'),
    activate('B', false),
    note('right B', 'still active'),
    note('left B', 'left of it'),
    note('over B', 'over it'),
    message('B -> S', '8. close', { destroy: 'S', deactivate: true }),
    message('A -> C', '9. bye'),
    highlight(message('A -> B', '10. marked'), note('over A,C', 'spanning note')),
  ],
);

const nested = script(
  ['Client', 'Gateway', 'Service'],
  [
    fragment(
      'par',
      ['first', message('Client -> Gateway', 'one')],
      [
        'second\nwith two lines',
        message('Gateway -> Service', 'two'),
        fragment(
          'critical',
          ['lock', message('Service -> Service', 'three')],
          ['timeout', note('right Service', 'gives up')],
        ),
      ],
      [''],
    ),
    fragment('break', [
      'on error',
      fragment('loop', [
        'retry',
        fragment('opt', ['again', message('Client -> Service', 'a rather long label over two gaps')]),
      ]),
    ]),
    fragment('loop', ['empty']),
  ],
);

const wide = script(
  [participant('U', '用户 User'), participant('S', '認証サーバー'), participant('H', 'שרת')],
  [
    message('U -> S', '1. ログイン要求\n二行目'),
    message('S -> H', '2. שלום עולם'),
    message('H --> U', '3. مرحبا بالعالم'),
    note('over U,S', '👩‍💻 e\u0301toile 한국어'),
    message('S -> S', '4. 検証する'),
  ],
);

/** Something of all that a sequence can hold. */
const everything = script(
  [
    participant('U', 'User', { shape: 'actor' }),
    participant('B', 'Browser'),
    participant('APP', 'Mobile App\n(public client)'),
    participant('AS', 'Authorization\nServer'),
    participant('S', 'Session'),
    participant('DB', 'Tokens', {
      shape: 'database',
      links: [{ label: 'Runbook', url: 'https://wiki.example/tokens' }],
    }),
  ],
  [
    message('U -> APP', '1. Tap "Log in"'),
    message('APP -> APP', '2. Create code_verifier', { notes: [note('over APP', 'kept in memory')] }),
    message('APP -> B', '3. Open /authorize\n?code_challenge=…'),
    message('B -> AS', '4. GET /authorize', { activate: true }),
    fragment(
      'alt',
      [
        'user consents',
        message('AS -> AS', '5. 認可 check', { activate: true }),
        message('B -> APP', '6. code'),
        message('AS -> S', '7. open', { create: true }),
        message('APP -> AS', '8. POST /token'),
        message('AS -> DB', '9. Store', { arrow: arrow('solid', 'async'), deactivate: true }),
        message('AS --> APP', '10. tokens', { deactivate: true }),
        message('U -> DB', '11. through'),
      ],
      [
        'user denies',
        message('AS --> B', '12. access_denied', { arrow: arrow('dotted', 'cross'), deactivate: true }),
        note('right B', 'gives up'),
        message('AS -> S', '13. close', { destroy: 'S' }),
      ],
    ),
    highlight(note('over U,APP', 'logged in')),
  ],
  {
    heading: ['Authorization Code Flow', 'with PKCE'],
    boxes: [
      { lines: ['Device'], color: '', zone: '', zoneName: '', first: 0, last: 2 },
      { lines: ['Cloud'], color: '', zone: '', zoneName: '', first: 3, last: 5 },
    ],
  },
);

export const samples = {
  everything: sample(everything),
  'everything-compact': sample(everything, { style: 'compact', charset: 'ascii', self: 'text' }),
  'client-credentials-compact': sample(clientCredentials, { style: 'compact', boxes: false, self: 'text' }),
  'client-credentials-full': sample(withoutEmoji(clientCredentialsFull)),
  'client-credentials-ascii': sample(withoutEmoji(clientCredentialsFull), { charset: 'ascii' }),
  pkce: sample(pkce),
  'pkce-compact': sample(pkce, { style: 'compact' }),
  'pkce-ascii': sample(pkce, { charset: 'ascii' }),
  arrows: sample(everyArrow),
  'arrows-ascii': sample(everyArrow, { charset: 'ascii' }),
  'arrows-compact': sample(everyArrow, { style: 'compact' }),
  lives: sample(lives),
  'lives-ascii': sample(lives, { charset: 'ascii' }),
  nested: sample(nested),
  'nested-compact': sample(nested, { style: 'compact', charset: 'ascii' }),
  wide: sample(withoutEmoji(wide)),
  'wide-emoji': sample(wide),
} as const satisfies Record<string, Sample>;
