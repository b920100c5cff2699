/** Formats that identify a secret, for example by a vendor's prefix. */

interface SecretFormat {
  /** `a GitHub token` */
  readonly type: string;
  readonly pattern: RegExp;
  /** The length of a complete secret, if the pattern also matches a truncated one. */
  readonly whole?: number;
}

export const secretFormats: readonly SecretFormat[] = [
  {
    type: 'a private key',
    // Matches up to the end line if there is one, so that the whole key is masked.
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^]{0,8000}?-----END [A-Z ]*PRIVATE KEY-----)?/g,
  },
  { type: 'an AWS access key id', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  { type: 'a GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}/g },
  { type: 'a GitHub token', pattern: /\bgithub_pat_[A-Za-z0-9_]{60,}/g },
  { type: 'a GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20,}/g },
  { type: 'a Slack token', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g },
  { type: 'a Slack token', pattern: /\bxapp-\d-[A-Za-z0-9-]{20,}/g },
  { type: 'a Slack webhook', pattern: /\bhooks\.slack\.com\/services\/T[A-Z0-9]+\/B[A-Z0-9]+\/[A-Za-z0-9]{20,}/g },
  { type: 'a Stripe webhook secret', pattern: /\bwhsec_[A-Za-z0-9+/]{24,}/g },
  { type: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{16,}/g },
  { type: 'a Google API key', pattern: /\bAIza[0-9A-Za-z_-]{35}/g },
  { type: 'a Google client secret', pattern: /\bGOCSPX-[A-Za-z0-9_-]{20,}/g },
  { type: 'a Google access token', pattern: /\bya29\.[A-Za-z0-9_-]{20,}/g },
  { type: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}/g },
  { type: 'a PyPI token', pattern: /\bpypi-[A-Za-z0-9_-]{50,}/g },
  { type: 'a SendGrid key', pattern: /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g },
  { type: 'a Vault token', pattern: /\bhvs\.[A-Za-z0-9_-]{20,}/g },
  { type: 'a Microsoft Entra client secret', pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/g },
  { type: 'an Atlassian token', pattern: /\bATATT3[A-Za-z0-9_=-]{60,}/g },
  { type: 'a Shopify token', pattern: /\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/g },
  { type: 'a DigitalOcean token', pattern: /\bdo[opr]_v1_[a-f0-9]{64}/g },
  { type: 'a Hugging Face token', pattern: /\bhf_[A-Za-z0-9]{34,}/g },
  { type: 'an OpenAI key', pattern: /\bsk-proj-[A-Za-z0-9_-]{40,}/g },
  { type: 'an Anthropic key', pattern: /\bsk-ant-[A-Za-z0-9_-]{40,}/g },
  { type: 'a Salesforce access token', pattern: /\b00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{20,}/g, whole: 100 },
  { type: 'a Salesforce consumer key', pattern: /\b3MVG9[A-Za-z0-9._]{40,}/g, whole: 80 },
  { type: 'a Salesforce refresh token', pattern: /\b5Aep861[A-Za-z0-9._]{20,}/g, whole: 80 },
];

/** A signed JWT in its compact form, all three parts real. */
export const compactJwt = /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/g;

/** Sample values published by standards and vendors; matched exactly. */
export const publishedSamples: ReadonlySet<string> = new Set([
  // RFC 6749
  's6BhdRkqt3',
  'SplxlOBeZQQYbYS6WxSbIA',
  '2YotnFZFEjr1zCsicMWpAA',
  'tGzv3JOkF0XG5Qx2TlKWIA',
  'gX1fBat3bV',
  '7Fjfp0ZBr1KtDRbnfVdmIw',
  'czZCaGRSa3F0MzpnWDFmQmF0M2JW',
  'czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3',
  // RFC 6750
  'mF_9.B5f-4.1JqM',
  // RFC 7662, RFC 7591
  '23410913-abewfq.123483',
  'reg-23410913-abewfq.123483',
  // RFC 8628
  'GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS',
  // RFC 8693
  'accVkjcJyb4BWCxGsndESCJQbdFMogUC5PbRDqceLTC',
  // RFC 9449
  'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU',
  'Q..Zkm29lexi8VnWg2zPW1x-tgGad0Ibc3s3EwM_Ni4-g',
  'bEaL42izcC-o-xBk0K2vuJ6U-y1p9r_wW2dFWIWgjz-',
  // OpenID Connect Dynamic Client Registration
  'ZJYCqe3GGRvdrudKyZS0XhGv_Z45DuKhCUk0gBR1vZk',
  'this.is.an.access.token.value.ffx83',
  // RFC 7636 Appendix B
  'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  // AWS documentation
  'AKIAIOSFODNN7EXAMPLE',
  'ASIAIOSFODNN7EXAMPLE',
  'AKIAI44QH8DHBEXAMPLE',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY',
  // GitHub documentation
  'ghs_16C7e42F292c6912E7710c838347Ae178B4a',
  'gho_16C7e42F292c6912E7710c838347Ae178B4a',
  'ghu_16C7e42F292c6912E7710c838347Ae178B4a',
  // Google documentation
  '4/P7q7W91a-oMsCeLvIaQm6bTrgtp7',
  '1/fFAGRNJru1FTz70BzhT3Zg',
  '1/8xbJqaOZXSUZbHLl5EOtu1pxz3fmmetKx9W8CV4t79M',
  '1//xEoDL4iW3cxlI7yDbSRFYNG01kVKM2C-259HOF2aQbI',
]);
