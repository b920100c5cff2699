// Writes src/secrets/gitleaks.json, the rules of gitleaks for the forms of secrets, as expressions of JavaScript.
//
// The input is config/gitleaks.toml of https://github.com/gitleaks/gitleaks (MIT). To update: check out its newest commit, check
// that LICENSE is still MIT, name tag and commit below, run `node build/secret-rules.js <path of gitleaks.toml>`, and give
// each new rule a line in test/secrets/gitleaks-samples.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'smol-toml';
import { translateRe2 } from './re2.js';

const origin = {
  from: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
  version: '8.30.1',
  commit: 'b58d3f102cf3a2c84cb7f923d05c25c9b1aed84b',
  licence: 'MIT',
  copyright: 'Copyright (c) 2019 Zachary Rice',
  note: 'Translated by build/secret-rules.js: do not edit.',
};

/** Rules that are left out, by the reason. */
const leftOut = {
  'src/secrets has code for them, which knows more': [
    ...['generic-api-key', 'curl-auth-header', 'curl-auth-user', 'private-key', 'jwt', 'jwt-base64'],
    ...['azure-ad-client-secret'],
  ],
  'they are for files that authflow does not read': [
    ...[
      'freemius-secret-key',
      'hashicorp-tf-password',
      'kubernetes-secret-yaml',
      'nuget-config-password',
      'pkcs12-file',
    ],
  ],
  'the value is public, such as the id of a client (RFC 6749 §2.2)': [
    ...['adobe-client-id', 'asana-client-id', 'bitbucket-client-id', 'discord-client-id', 'linkedin-client-id'],
    ...['looker-client-id', 'messagebird-client-id', 'plaid-client-id', 'sendbird-access-id', 'sumologic-access-id'],
    ...['lob-pub-api-key', 'mailgun-pub-key', 'flutterwave-public-key', 'mapbox-api-token', 'new-relic-user-api-id'],
    ...['new-relic-browser-api-token'],
  ],
};

/** Parts that would take other things for secrets. */
const amended = {
  // Every hash of a commit, in a text that says "sourcegraph" anywhere.
  'sourcegraph-access-token': (regex) => regex.replace('|[a-fA-F0-9]{40})', ')'),
  // Parts of pictures in base64. A whole token has 64 characters.
  'square-access-token': (regex) =>
    regex.replace('(?:EAAA|sq0atp-)[\\w-]{22,60}', 'EAAA[\\w-]{60}|sq0atp-[\\w-]{22,60}'),
};

/** Rules whose groups only repeat a part: the secret is the whole match. */
const whole = new Set(['microsoft-teams-webhook']);

/** What messages say, where the description does not say it in few words. */
const said = {
  'aws-access-token': 'an AWS access key id',
  'aws-amazon-bedrock-api-key-long-lived': 'an Amazon Bedrock API key',
  'aws-amazon-bedrock-api-key-short-lived': 'an Amazon Bedrock API key',
  'cisco-meraki-api-key': 'a Cisco Meraki API key',
  'clickhouse-cloud-api-secret-key': 'a ClickHouse Cloud API secret key',
  'gcp-api-key': 'a Google API key',
  'microsoft-teams-webhook': 'a Microsoft Teams webhook',
  'npm-access-token': 'an npm token',
  'sidekiq-sensitive-url': 'a Sidekiq URL with a password',
  'slack-webhook-url': 'a Slack webhook',
  'sourcegraph-access-token': 'a Sourcegraph access token',
  'stripe-access-token': 'a Stripe key',
  'vault-batch-token': 'a Vault token',
  'vault-service-token': 'a Vault token',
};
const saidOfVendor = {
  github: 'GitHub',
  gitlab: 'GitLab',
  slack: 'Slack',
  digitalocean: 'DigitalOcean',
  shopify: 'Shopify',
};

function typeOf({ id, description }) {
  const vendor = saidOfVendor[id.split('-')[0]];
  if (said[id] ?? vendor) return said[id] ?? `a ${vendor} token`;
  const name = description
    .replace(/^(?:Uncovered|Identified|Detected|Discovered|Found) /, '')
    .replace(/^a pattern (?:that may indicate|that resembles|resembling) /, '')
    .replace(/^an? /, '')
    .replace(/^(?:possible|potential) /, '')
    .replace(/(?:,|\.$| \().*$/s, '');
  return `${/^(?:[AEIO]|JFrog$)/.test(name) ? 'an' : 'a'} ${name}`;
}

/** Before a name, gitleaks reads up to fifty characters, for the report: they decide nothing, and cost most of the time. */
const beforeNames = String.raw`[\w.-]{0,50}?`;

/** What gitleaks demands after a token. In diagrams and pages other characters stand there, too: `}`, `<`, `&`, a full stop. */
const ends = [
  String.raw`(?:[\x60'"\s;]|\\[nr]|$|\b)`,
  String.raw`(?:[\x60'"\s;]|\\[nr]|$)`,
  String.raw`(?:[^\w-]|\z)`,
  String.raw`(?:[^a-zA-Z0-9+/]|\z)`,
];

/** Stands for the end of a token while an expression is translated. */
const END = '\0';

const withEnds = (regex) => ends.reduce((rest, end) => rest.replaceAll(end, END), regex).replace(/\\b$/, END);

function translate(rule) {
  const { id, keywords, entropy, allowlists = [], secretGroup } = rule;
  const regex = (amended[id]?.(rule.regex) ?? rule.regex).replaceAll(beforeNames, '');
  const { source, flags } = translateRe2(withEnds(regex));
  const isNamed = source.includes('=>');
  const pattern = source
    // An open end is greedy: nothing that belongs to the token can follow.
    .replace(/(,2000\}|,200\})(\)*)\0/g, '$1$2')
    .replaceAll(END, '(?![A-Za-z0-9_-])');
  const allowed = allowlists.flatMap(({ regexes = [] }) => regexes);
  return {
    id,
    type: typeOf(rule),
    keywords,
    pattern: isNamed || pattern.startsWith(String.raw`\b`) ? pattern : `(?<![A-Za-z0-9])(?:${pattern})`,
    ...(flags && { flags }),
    ...(entropy && { entropy }),
    ...(secretGroup && { group: secretGroup }),
    ...(whole.has(id) && { group: 0 }),
    ...(allowed.length > 0 && { allowed: allowed.map(spellAllowed) }),
  };
}

/** Some are published keys: no scanner of repositories shall find them in the file. */
const spellAllowed = (regex) => translateRe2(regex).source.replace(/^AIza/, 'AIz[a]');

/** The rules of a gitleaks.toml, translated. */
export function translateRules(toml) {
  const skipped = Object.values(leftOut).flat();
  return parse(toml)
    .rules.filter(({ id }) => !skipped.includes(id))
    .map(translate);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rules = translateRules(readFileSync(process.argv[2], 'utf8'));
  const lines = rules.map((rule) => `    ${JSON.stringify(rule)}`).join(',\n');
  const head = JSON.stringify(origin, null, 2).slice(0, -2);
  writeFileSync(new URL('../src/secrets/gitleaks.json', import.meta.url), `${head},\n  "rules": [\n${lines}\n  ]\n}\n`);
}
