/** A flow of any length, with everything that real ones have. */
import type { Source } from '../../src/source/source.js';

const head = `id: growth
title: Growth
variables:
  CLIENT_ID: The app's registered id
  CODE: One-time code
  host: { value: as.example.com, description: Where the authorization server runs }
boxes: { server: Server }
participants:
  B: { label: Browser, kind: browser }
  C: { label: Client, kind: confidential-client }
  S: { label: Authorization server, kind: authorization-server, url: "https://\${host}", box: server }
  R: { label: API, kind: resource-server, box: server }
steps:
`;

/** Ten messages: in long and short form, with a note, data, replies, self-messages, and an alt with its else. */
const tenMessages = (start: number): string => `  - B -> C: ${start}. Open the page
  - C -> C: Create state and verifier
  - C -> S: POST /token
    id: token-${start}
    request:
      form: { grant_type: authorization_code, code: "\${CODE}", client_id: "\${CLIENT_ID}" }
    note: { draw: request }
  - from: S
    to: S
    text: Verify the code
  - note: Stored only in memory
    over: [C, S]
  - alt:
      code is right:
        - S --> C: 200 OK
          replyTo: token-${start}
          response: { json: { token_type: Bearer, expires_in: 300 } }
        - C ->+ R: GET /v1/me
        - R -->- C: 200 data
      code is wrong:
        - S --> C: 400 invalid_grant
        - C --> B: Try again
  - S -> S: Burn the code
`;

/** A flow with some multiple of ten messages. */
export const flowOf = (messages: number): Source => ({
  path: 'growth.yaml',
  text: head + Array.from({ length: messages / 10 }, (_, index) => tenMessages(index * 10 + 1)).join(''),
});
