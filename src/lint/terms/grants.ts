/** Values of grant_type. */

export const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Grants that wait for the user on another device, and so poll. */
export const pollingGrants: readonly string[] = [
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:openid:params:grant-type:ciba',
  // Salesforce's dialect of the device flow.
  'device',
];
