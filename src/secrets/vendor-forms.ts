/** Forms that identify a secret by a vendor's prefix, beside those of gitleaks: it lacks them, or knows only their full length. */
import { entropy, isStandIn } from './random.js';
import type { Found } from './stretch.js';

interface SecretForm {
  /** `a GitHub token` */
  readonly type: string;
  /** In small letters: a text with none of them has no match. Default: every text may have one. */
  readonly words?: readonly string[];
  readonly pattern: RegExp;
  /** The length of a complete secret, if the pattern also matches a truncated one. */
  readonly whole?: number;
}

const forms: readonly SecretForm[] = [
  { type: 'an AWS access key id', words: ['akia', 'asia'], pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  {
    type: 'an AWS session token',
    words: ['fwogzxivyxdz', 'iqojb3jpz2lu'],
    pattern: /\b(?:FwoGZXIvYXdz|IQoJb3JpZ2lu)[A-Za-z0-9+/]{40,}={0,2}/g,
  },
  { type: 'a GitHub token', words: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}/g },
  { type: 'a GitHub token', words: ['github_pat_'], pattern: /\bgithub_pat_[A-Za-z0-9_]{60,}/g },
  {
    type: 'a GitLab token',
    words: [
      'glpat-',
      'gldt-',
      'glrt-',
      'glrtr-',
      'glptt-',
      'glft-',
      'glimt-',
      'glagent-',
      'glsoat-',
      'glffct-',
      'gloas-',
    ],
    pattern: /\bgl(?:pat|dt|rt|rtr|ptt|ft|imt|agent|soat|ffct|oas)-[A-Za-z0-9_-]{20,}/g,
  },
  { type: 'a GitLab token', words: ['glcbt-'], pattern: /\bglcbt-[A-Za-z0-9_-]{20,}/g },
  { type: 'a Slack token', words: ['xox'], pattern: /\bxox[abceoprs]-[A-Za-z0-9-]{10,}/g },
  { type: 'a Slack token', words: ['xapp-'], pattern: /\bxapp-\d-[A-Za-z0-9-]{20,}/g },
  {
    type: 'a Slack webhook',
    words: ['hooks.slack'],
    pattern: /\bhooks\.slack\.com\/services\/T[A-Z0-9]+\/B[A-Z0-9]+\/[A-Za-z0-9]{20,}/g,
  },
  {
    type: 'a Discord webhook',
    words: ['webhooks'],
    pattern: /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{40,}/g,
  },
  { type: 'a Discord bot token', pattern: /\b[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{27,40}/g },
  { type: 'a Telegram bot token', words: [':aa'], pattern: /(?<!\d)\d{8,10}:AA[A-Za-z0-9_-]{33}(?![\w-])/g },
  { type: 'a Stripe webhook secret', words: ['whsec_'], pattern: /\bwhsec_[A-Za-z0-9+/]{24,}/g },
  { type: 'a Google client secret', words: ['gocspx-'], pattern: /\bGOCSPX-[A-Za-z0-9_-]{20,}/g },
  { type: 'a Google access token', words: ['ya29.'], pattern: /\bya29\.[A-Za-z0-9_-]{20,}/g },
  { type: 'a Google refresh token', words: ['1//0'], pattern: /(?<![\w/])1\/\/0[A-Za-z0-9_-]{20,}/g },
  { type: 'a Google API key', words: ['aiza'], pattern: /\bAIza[0-9A-Za-z_-]{35}/g },
  { type: 'a Firebase server key', words: ['aaaa'], pattern: /\bAAAA[\w-]{7}:[\w-]{100,}/g },
  { type: 'a PyPI token', words: ['pypi-'], pattern: /\bpypi-[A-Za-z0-9_-]{50,}/g },
  { type: 'a Docker token', words: ['dckr_'], pattern: /\bdckr_[a-z]{2,4}_[A-Za-z0-9_-]{20,}/g },
  { type: 'a SendGrid key', words: ['sg.'], pattern: /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g },
  { type: 'a Mailgun key', words: ['key-'], pattern: /\bkey-[0-9a-f]{32}\b/g },
  { type: 'a Mailgun key', words: ['mailgun'], pattern: /\b[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}\b/g },
  { type: 'a Mailchimp key', words: ['-us'], pattern: /\b[0-9a-f]{32}-us\d{1,2}\b/g },
  { type: 'a Vault token', words: ['hvs.', 'hvb.', 'hvr.'], pattern: /\bhv[sbr]\.[A-Za-z0-9_-]{20,}/g },
  {
    type: 'a Microsoft Entra client secret',
    words: ['q~'],
    pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/g,
  },
  {
    type: 'an Azure storage key',
    words: ['accountkey=', 'sharedaccesskey='],
    pattern: /(?<=(?:AccountKey|SharedAccessKey)=)[A-Za-z0-9+/]{43,86}={1,2}/g,
  },
  {
    type: 'an Azure shared access signature',
    words: ['sig='],
    pattern:
      /(?<=[?&;]sig=|SharedAccessSignature=?\s?sr=[^\s"']{1,300}&sig=)(?:[A-Za-z0-9+/_-]|%[0-9A-Fa-f]{2}){40,}={0,2}/g,
  },
  {
    type: 'an Azure key',
    words: ['azfu', 'azse', 'azca', 'acdb', 'asbf', 'aehg', 'arm0', 'aiot', 'apim', 'azeg', 'azdo'],
    pattern:
      /\b[A-Za-z0-9+/_-]{30,80}(?:AzFu|AzSe|AzCa|ACDb|ASbF|AEhG|ARm0|AIoT|APIM|AZEG|AZDO)[A-Za-z0-9+/_-]{4,8}(?:==?|\b)/g,
  },
  { type: 'an Atlassian token', words: ['atatt3'], pattern: /\bATATT3[A-Za-z0-9_=-]{60,}/g },
  { type: 'a Bitbucket app password', words: ['atbb'], pattern: /\bATBB[A-Za-z0-9]{24,}/g },
  { type: 'an Okta token', pattern: /(?<![\w-])00(?=[\w-]{0,39}[a-z])(?=[\w-]{0,39}[G-Z_-])[\w-]{40}(?![\w-])/g },
  { type: 'a Linear token', words: ['lin_'], pattern: /\blin_(?:api|oauth)_[A-Za-z0-9]{32,}/g },
  { type: 'a Hugging Face token', words: ['hf_'], pattern: /\bhf_[A-Za-z0-9]{34,}/g },
  {
    type: 'an OpenAI key',
    words: ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-none-'],
    pattern: /\bsk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{40,}/g,
  },
  { type: 'an OpenAI key', words: ['sk-'], pattern: /\bsk-[A-Za-z0-9]{48}\b/g },
  { type: 'an Anthropic key', words: ['sk-ant-'], pattern: /\bsk-ant-[A-Za-z0-9_-]{40,}/g },
  { type: 'a Groq key', words: ['gsk_'], pattern: /\bgsk_[A-Za-z0-9]{40,}/g },
  { type: 'an xAI key', words: ['xai-'], pattern: /\bxai-[A-Za-z0-9]{60,}/g },
  { type: 'a Replicate token', words: ['r8_'], pattern: /\br8_[A-Za-z0-9]{37,}/g },
  { type: 'a Supabase token', words: ['sbp_', 'sb_secret_'], pattern: /\bsb(?:p|_secret)_[A-Za-z0-9_-]{30,}/g },
  { type: 'a Tailscale key', words: ['tskey-'], pattern: /\btskey-[a-z]+-[A-Za-z0-9]{8,}-[A-Za-z0-9]{16,}/g },
  { type: 'a Figma token', words: ['figd_', 'figu_', 'figo_'], pattern: /\bfig[duo]_[A-Za-z0-9_-]{30,}/g },
  { type: 'a Netlify token', words: ['nfp_'], pattern: /\bnfp_[A-Za-z0-9]{36,}/g },
  { type: 'a Heroku token', words: ['hrku-'], pattern: /\bHRKU-[A-Za-z0-9_-]{36,}/g },
  { type: 'a Doppler token', words: ['dp.'], pattern: /\bdp\.[a-z]{2,5}\.[A-Za-z0-9_.-]{40,}/g },
  {
    type: 'a Braintree token',
    words: ['access_token$'],
    pattern: /\baccess_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}/g,
  },
  { type: 'an Airtable token', words: ['pat'], pattern: /\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b/g },
  {
    type: 'a Salesforce access token',
    words: ['00d'],
    pattern: /\b00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{20,}/g,
    whole: 100,
  },
  { type: 'a Salesforce consumer key', words: ['3mvg9'], pattern: /\b3MVG9[A-Za-z0-9._]{40,}/g, whole: 80 },
  { type: 'a Salesforce refresh token', words: ['5aep861'], pattern: /\b5Aep861[A-Za-z0-9._]{20,}/g, whole: 80 },
];

/** `has`: whether a word in small letters is in the text, whatever the case. */
export const findByForms = (text: string, has: (word: string) => boolean): readonly Found[] =>
  forms.flatMap(({ type, words, pattern, whole }) =>
    words && !words.some(has)
      ? []
      : [...text.matchAll(pattern)]
          .filter((match) => entropy(match[0]) > LEAST_ENTROPY && !isStandIn(match[0]) && !isCut(match, text, whole))
          .map(({ 0: value, index }): Found => ({ start: index, end: index + value.length, type, kind: 'known' })),
  );

/** In bits per character; `ghp_` and 36 letters that are the same have less than one. */
const LEAST_ENTROPY = 2.5;

/** Whether dots replace the end of a token, and it is too short to be complete. */
export const isCut = ({ 0: value, index }: RegExpExecArray, text: string, whole = 0): boolean =>
  value.length < whole && /(?:…|\.\.\.)$/.test(text.slice(index, index + value.length + 1));
