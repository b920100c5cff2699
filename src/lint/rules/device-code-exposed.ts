import { allNamed, find, isPerson, passesFront } from '../terms/index.js';
import type { Facts, Placed } from '../terms/index.js';
import { rfc } from '../cite.js';
import type { Fault } from '../rule.js';
import { lintRule } from '../rule.js';

const codes: ReadonlySet<string> = new Set(['device_code', 'auth_req_id']);
const uris: ReadonlySet<string> = new Set(['verification_uri', 'verification_uri_complete', 'verification_url']);

export const rule = lintRule({
  id: 'SEC029',
  name: 'device-code-exposed',
  severity: 'error',
  what: 'The device code is shown to the user, passes through a browser, or is in the verification URI.',
  why: "The device code is the device's proof that it started the flow; the user code is what people see.",
  attack: [
    'The attacker sees the device code on a screen or in a URL.',
    'They poll with it, and get the tokens when the user approves.',
  ],
  fix: 'show user_code and verification_uri only',
  sources: [rfc(8628, '3.3'), rfc(8628, '5.2')],
  needs: 'device code, or a message of a device flow to the user',
  subjects: ({ messages }) =>
    messages.filter(
      ({ sent, returned }) => allNamed([...sent, ...returned], new Set([...codes, ...uris, 'user_code'])).length > 0,
    ),
  *check(placed, facts) {
    yield* exposedCodes(placed, facts);
    const all = [...placed.sent, ...placed.returned];
    const code = find(all, 'device_code')?.values[0]?.plain;
    for (const parameter of allNamed(all, uris))
      if (
        parameter.values.some(
          ({ plain }) => plain.includes('device_code=') || (code !== undefined && code !== '' && plain.includes(code)),
        )
      )
        yield { message: `\`${parameter.name}\` contains the device code`, at: parameter };
  },
});

function* exposedCodes(placed: Placed, facts: Facts): Iterable<Fault> {
  const { from, to, sent, returned } = placed;
  // If the app is drawn as the browser, the browser is the device.
  if (!isPerson(from) && !isPerson(to) && !passesFront(placed, facts)) return;
  if (facts.parties.browserIsClient && !passesFront(placed, facts) && from.kind !== 'user' && to.kind !== 'user')
    return;
  for (const parameter of allNamed([...sent, ...returned], codes))
    yield { message: `\`${parameter.name}\` is for the device only`, at: parameter };
}
