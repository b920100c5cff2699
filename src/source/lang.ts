/** Language tags (BCP 47). */
import { memoize } from './lazily.js';

/**
 * RFC 5646 §2.1, without the tags that it keeps for history (`i-klingon`). A language of four to eight letters, such as "german",
 * is none that is registered.
 */
export const langTag =
  /^[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-(?:[A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*(?:-[A-WYZa-wyz\d](?:-[A-Za-z\d]{2,8})+)*(?:-[Xx](?:-[A-Za-z\d]{1,8})+)?$/;

/** `de-at` is `de-AT`. A tag that JavaScript refuses, such as one with a variant twice, stays as it is. */
export const canonicalLang = memoize((tag) => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
});
