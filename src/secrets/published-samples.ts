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
  // RFC 7515 A.1 and A.3, RFC 7517 A.1 to A.3, RFC 8037 A.1: private members of JWKs
  'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
  'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI',
  '870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE',
  'GawgguFyGrWKav7AX4VKUg',
  'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  // The format of otpauth URIs, RFC 6238 Appendix B
  'JBSWY3DPEHPK3PXP',
  'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ',
  'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
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
