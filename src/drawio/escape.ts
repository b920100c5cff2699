/** Escapes texts for draw.io, whose labels are HTML in attributes of XML: for HTML first, for XML last. */
import { escapeXml } from '../source/index.js';

/** Characters that XML 1.0 (§2.2) has not, not even as a reference. */
// eslint-disable-next-line no-control-regex -- they are what it finds
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** XML readers turn line breaks in attributes into blanks, unless they are references (XML 1.0 §3.3.3). */
export const escapeAttribute = (text: string): string =>
  escapeXml(text.replaceAll(illegal, '\ufffd')).replaceAll(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);

/** Text in a label. HTML drops blanks at the ends, and all but one in a row: such blanks are written as U+00A0. */
export const escapeHtml = (text: string): string =>
  escapeXml(text.replaceAll(/[\t\n\r]/g, ' ')).replaceAll(/^ +| {2,}| $/g, (blanks) => '\u00a0'.repeat(blanks.length));
