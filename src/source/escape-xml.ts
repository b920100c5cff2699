/** Writes texts into XML documents (XML 1.0, 2.4). */

/** Between tags. */
export const escapeXmlText = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;

/** Between double quotes, or between tags. */
export const escapeXml = (text: string): string => escapeXmlText(text).replaceAll('"', '&quot;');
