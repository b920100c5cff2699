/** The page as a whole, and the responses that belong to a request. */
import { describe, expect, test } from 'vitest';
import { curlCommand } from '../../src/requests/curl.js';
import { httpRequest, httpResponse } from '../../src/requests/http.js';
import { markdownDialect } from '../../src/page/markdown/markdown-dialect.js';
import { pageView } from '../../src/page/page.js';
import { repliesTo } from '../../src/model/replies.js';
import { pageShapes } from '../../src/page/page-view.js';
import { toWire } from '../../src/requests/wire.js';
import type { Shape, ViewShapes } from '../../src/model/view-shapes.js';
import {
  exchange,
  fields,
  fill,
  flow,
  json,
  literalText,
  message,
  page,
  participant,
  request,
  response,
  sample,
  variable,
} from './flows.js';
import { flowOf } from '../compile.js';
import { diagrams, printPage } from './print.js';
import { readDocument } from './reading.js';
import { reference } from './reference.js';
import type { Branch, Fragment, Message, Step } from '../../src/model/step.js';
import { english } from '../builders/english.js';

test('prints the reference page', async () => {
  const printed = printPage(reference);
  await expect(printed).toMatchFileSnapshot('golden/client-credentials.md');
  await readDocument(printed, 'mdx');
});

test('prints what any flow has, without a page of its own', () => {
  expect(printPage(flow({ status: 'deprecated' }))).toBe(`# Example

> **Deprecated.** Current security guidance rules this flow out. It is documented so that it can be recognised and
> replaced; do not use it in new systems.

## Sequence diagram

\`\`\`mermaid
${diagrams.mermaid.trim()}
\`\`\`

## Text diagram

For places that do not render Mermaid:

\`\`\`text
${diagrams.text.trim()}
\`\`\`
`);
});

test('shows the address of a redirect to an app as one, and no HTTP message', () => {
  const printed = printPage(
    flowOf(`id: app
title: App
participants: { APP: { kind: public-client }, B: { kind: browser }, AS: { url: "https://as.example.com" } }
steps:
  - AS --> B -> APP: 303 with a code
    id: callback
    redirect: { to: "com.example.app:/cb", query: { code: a b } }
page: { samples: [callback] }
`),
  );
  expect(printed).toContain('The address that the system opens:\n\n```text\ncom.example.app:/cb?code=a+b\n```');
  expect(printed).not.toContain('As an HTTP message');
});

test('has every field that its shapes promise, and no other', () => {
  const view = pageView({ ...reference, status: 'draft' }, diagrams, markdownDialect);
  expect(mismatches(view, 'page', pageShapes)).toEqual([]);
});

/** Where a view differs from its shape. */
function mismatches(view: object, type: string, shapes: ViewShapes): string[] {
  const shape = shapes.types[type]!;
  const fields = new Set([...Object.keys(view), ...Object.keys(shape)].filter((name) => name !== 'kind'));
  return [...fields].flatMap((name) => {
    const value = (view as Record<string, unknown>)[name];
    const field = shape[name];
    return field ? mismatch(value, field.shape, `${type}.${name}`, shapes) : [`${type}.${name}`];
  });
}

const scalars = { text: 'string', flag: 'boolean', number: 'number' } as const;

function mismatch(value: unknown, shape: Shape, place: string, shapes: ViewShapes): string[] {
  switch (shape.kind) {
    case 'list':
      return Array.isArray(value) ? value.flatMap((item) => mismatch(item, shape.of, place, shapes)) : [place];
    case 'ref':
      return mismatches(value as object, shape.type, shapes);
    case 'union': {
      const { kind } = value as { kind: string };
      return shape.types.includes(kind) ? mismatches(value as object, kind, shapes) : [place];
    }
    case 'text':
    case 'flag':
    case 'number':
      return typeof value === scalars[shape.kind] ? [] : [place];
  }
}

const fragment = (type: Fragment['type'], ...branches: Branch[]): Fragment => ({
  kind: 'fragment',
  type,
  id: '',
  isNamed: false,
  phase: null,
  threats: [],
  inText: true,
  span: reference.span,
  interval: null,
  branches,
});

const branch = (label: string, ...steps: Step[]): Branch => ({ label: fill(label), tone: null, steps });

const reply = (status: number, data: Partial<Message> = {}): Message =>
  message('AS', 'C', String(status), { response: response(status), ...data });

describe('the responses to a request', () => {
  const sent = exchange('token', request('POST', 'https://as.example.com/token'));
  const found = (...steps: Step[]) =>
    repliesTo(sent, steps).map((each) => [each.response.status, each.branch.plain].join(' ').trim());

  test.each<[string, Step[], string[]]>([
    ['the next one on the way back', [reply(500), sent, message('C', 'C', 'wait'), reply(200)], ['200']],
    [
      'one in each branch',
      [sent, fragment('alt', branch('good', reply(200)), branch('bad', reply(400)))],
      ['200 good', '400 bad'],
    ],
    ['none after the request is sent again', [sent, reply(200), sent, reply(201)], ['200']],
    [
      'none of the branch that was not taken',
      [fragment('alt', branch('yes', sent, reply(200)), branch('no', reply(400))), reply(202)],
      ['200', '202'],
    ],
    [
      'those of a polling loop',
      [fragment('loop', branch('', sent, fragment('alt', branch('pending', reply(400)), branch('done', reply(200)))))],
      ['400 pending', '200 done'],
    ],
    ['no other pair’s', [sent, message('RS', 'C', '200', { response: response(200) })], []],
    ['those that name it, wherever they are', [sent, reply(500), sent, reply(200, { replyTo: 'token' })], ['200']],
    ['none that names another', [sent, reply(200, { replyTo: 'other' })], []],
  ])('are %s', (_, steps, expected) => {
    expect(found(...steps)).toEqual(expected);
  });

  test('are its own, where it carries one', () => {
    const own = { ...sent, response: response(204) };
    expect(repliesTo(own, [own, reply(200)]).map((each) => each.response.status)).toEqual([204]);
  });
});

describe('a redirect', () => {
  const flowOfRedirect = (redirect: string) =>
    flowOf(`id: redirect
title: Redirect
participants:
  C: { label: Shop, kind: confidential-client }
  B: { label: Browser, kind: browser }
  AS: { label: Authorization server, kind: authorization-server }
steps:
  - C --> B -> AS:
    id: away
    redirect: { to: "https://as.example.com/in?a&b", ${redirect} }
  - AS --> B: 200 sign-in page
    replyTo: away
    response: { headers: { Cache-Control: no-store } }
page: { samples: [away] }
`);

  test.each([
    [
      'by Location',
      'query: { client_id: shop }',
      `The response that sends the browser there:

\`\`\`http
HTTP/1.1 303 See Other
Location: https://as.example.com/in?a&b&client_id=shop
\`\`\`
`,
      'GET /in?a&b&client_id=shop HTTP/1.1\nHost: as.example.com\n',
    ],
    [
      'by a form that posts itself',
      `form: { assertion: 'a"b' }`,
      `The response that sends the browser there:

\`\`\`http
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<form method="post" action="https://as.example.com/in?a&amp;b">
  <input type="hidden" name="assertion" value="a&quot;b">
</form>
\`\`\`
`,
      'POST /in?a&b HTTP/1.1\nHost: as.example.com\nContent-Type: application/x-www-form-urlencoded\n\nassertion=a%22b\n',
    ],
  ])('%s shows both of its halves, and the answer', (_, redirect, response, request) => {
    const printed = printPage(flowOfRedirect(redirect));
    expect(printed).toContain(response);
    expect(printed).toContain(request);
    expect(printed).toContain('HTTP/1.1 200 OK\nCache-Control: no-store\n');
  });

  test('that answers a request shows the page that posts itself', () => {
    const printed = printPage(
      flowOf(`id: redirect
title: Redirect
participants: { B: Browser, IDP: Identity provider, SP: Service provider }
steps:
  - B -> IDP: GET /sso
    id: ask
    request: {}
  - IDP --> B -> SP: 200 form
    replyTo: ask
    redirect: { to: https://sp.example.com/acs, form: { SAMLResponse: x } }
page: { samples: [ask] }
`),
    );
    expect(printed).toContain('HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n\n<form method="post"');
  });
});

describe('raw HTTP', () => {
  test('shows a request as it travels', () => {
    const sent = request('POST', 'https://as.example.com/par?v=1', {
      query: fields({ a: 'x y', b: '${B}' }),
      headers: fields({ Authorization: 'Basic ${CLIENT_BASIC}' }),
      form: fields({ resource: ['https://a.example/', '${R}/c&d'] }),
    });
    expect(httpRequest(toWire(sent), english.say)).toBe(`POST /par?v=1&a=x+y&b=\${B} HTTP/1.1
Host: as.example.com
Authorization: Basic \${CLIENT_BASIC}
Content-Type: application/x-www-form-urlencoded

resource=https%3A%2F%2Fa.example%2F&resource=\${R}%2Fc%26d`);
  });

  test.each([
    ['https://as.example.com', 'GET / HTTP/1.1\nHost: as.example.com'],
    ['https://as.example.com?x=1', 'GET /?x=1 HTTP/1.1\nHost: as.example.com'],
    ['https://${HOST}:8443/a', 'GET /a HTTP/1.1\nHost: ${HOST}:8443'],
    ['${INSTANCE_URL}/a', 'GET /a HTTP/1.1\nHost: host of ${INSTANCE_URL}'],
    ['${BASE=https://a.example}/a', 'GET /a HTTP/1.1\nHost: a.example'],
    ['/token', 'GET /token HTTP/1.1'],
  ])('reads host and target from %s', (url, expected) => {
    expect(httpRequest(toWire(request('GET', url)), english.say)).toBe(expected);
  });

  test.each([
    ['https://a.example/cb', 'Location: https://a.example/cb?code=${CODE}&iss=https%3A%2F%2Fas.example.com'],
    ['https://a.example/cb?x=1', 'Location: https://a.example/cb?x=1&code=${CODE}&iss=https%3A%2F%2Fas.example.com'],
    ['https://a.example/cb#', 'Location: https://a.example/cb#code=${CODE}&iss=https%3A%2F%2Fas.example.com'],
  ])('redirects to %s', (location, expected) => {
    const params = fields({ code: '${CODE}', iss: 'https://as.example.com' });
    expect(httpResponse(response(303, { location: fill(location), params }))).toBe(
      `HTTP/1.1 303 See Other\n${expected}`,
    );
  });

  test('shows the body alone, where no status is known', () => {
    expect(httpResponse(response(null, { json: json({ a: 1, b: [true, null, {}] }) }))).toBe(`{
  "a": 1,
  "b": [
    true,
    null,
    {}
  ]
}`);
  });

  test('writes numbers as the author did, where JSON can', () => {
    const number = (value: number, plain: string) => ({ kind: 'literal' as const, value, text: literalText(plain) });
    const items = [number(1.1, '1.10'), number(31, '0x1F'), number(0.5, '.5')];
    expect(httpResponse(response(null, { json: { kind: 'array', items } }))).toBe('[\n  1.10,\n  31,\n  0.5\n]');
  });
});

test('writes curl as a reader would', () => {
  const sent = request('POST', 'https://${MY_DOMAIN}.example.com/register', {
    headers: fields({ Authorization: 'Bearer ${TOKEN}' }),
    json: json({ client_name: "The app's ${NAME}", grant_types: ['client_credentials'] }),
  });
  expect(curlCommand(toWire(sent))).toBe(`jq --null-input --arg NAME "$NAME" '{
  "client_name": "The app'\\''s \\($NAME)",
  "grant_types": [
    "client_credentials"
  ]
}' |
curl --fail-with-body "https://\${MY_DOMAIN}.example.com/register" \\
  --header "Authorization: Bearer $TOKEN" \\
  --header 'Content-Type: application/json' \\
  --data-binary @-`);
});

describe('a sample', () => {
  const titleOf = (sent: ReturnType<typeof request>): string =>
    /\n## (.*)\n\nAs an|\n## (.*)\n\n```bash/
      .exec(printPage(flow({ page: page({ samples: [sample(exchange('x', sent))] }) })))!
      .find((group, index) => index > 0 && group)!;

  test.each([
    ['Token request', request('POST', 'https://as.example.com/x', { form: fields({ grant_type: 'a' }) })],
    ['Authorization request', request('GET', 'https://as.example.com/x', { query: fields({ response_type: 'code' }) })],
    ['`GET /v1/reports`', request('GET', 'https://api.example.com/v1/reports')],
    ['`POST /token`', request('POST', '/token')],
  ])('is titled %s', (title, sent) => {
    expect(titleOf(sent)).toBe(title);
  });

  test('has no curl and no program where no host is known', () => {
    const sent = exchange('x', request('POST', '/token', { form: fields({ a: 'b' }) }));
    const printed = printPage(flow({ steps: [sent], page: page({ samples: [sample(sent)], code: [sent] }) }));
    expect(printed).toContain('POST /token HTTP/1.1');
    expect(printed).not.toMatch(/curl|Code examples/);
  });

  test('shows its tokens decoded', () => {
    const sent = exchange('x', request('POST', 'https://as.example.com/token'), {
      jwts: [{ name: 'client_assertion', header: json({ alg: 'ES256' }), claims: json({ sub: '${CLIENT_ID}' }) }],
    });
    const printed = printPage(flow({ steps: [sent], page: page({ samples: [sample(sent)] }) }));
    expect(printed).toContain(`The JWT in \`client_assertion\`, decoded:

\`\`\`json
{
  "alg": "ES256"
}
\`\`\`

\`\`\`json
{
  "sub": "\${CLIENT_ID}"
}
\`\`\`
`);
  });
});

test('tells what the reader sets from what the other side issues', () => {
  const names = ['CLIENT_ID', 'STATE', 'CODE', 'ACCESS_TOKEN', 'UNUSED'];
  const view = pageView(
    flow({
      variables: names.map((name) => variable(name, '')),
      participants: [participant('C', 'confidential-client'), participant('AS', 'authorization-server')],
      steps: [
        message('C', 'B', '303', {
          response: response(303, { params: fields({ client_id: '${CLIENT_ID}', state: '${STATE}' }) }),
        }),
        message('AS', 'B', '303', {
          response: response(303, { params: fields({ code: '${CODE}', state: '${STATE}' }) }),
        }),
        exchange('token', request('POST', 'https://as.example.com/token', { form: fields({ code: '${CODE}' }) }), {
          response: response(200, { json: json({ access_token: '${ACCESS_TOKEN}' }) }),
        }),
      ],
    }),
    diagrams,
    markdownDialect,
  );
  expect(view.sections.at(-1)).toMatchObject({
    kind: 'customization',
    variables: [{ name: '`CLIENT_ID`' }, { name: '`STATE`' }, { name: '`UNUSED`' }],
    issued: [{ name: '`CODE`' }, { name: '`ACCESS_TOKEN`' }],
  });
});
