/** Says in a PDF's catalogue what language its text is in (PDF 32000-1:2008, 14.9.2). */
import { dictionaryOf, readPdfEnd, updatePdf } from './pdf-update.js';

/** @param lang BCP 47; '' for none */
export function writePdfLang(pdf: Uint8Array, lang: string): Uint8Array {
  const body = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const { root, info } = readPdfEnd(body);
  const catalogue = dictionaryOf(body, root);
  if (lang === '' || !/^[\w-]+$/.test(lang) || catalogue === '' || info === '') return pdf;
  const objects = new Map([[Number.parseInt(root, 10), `<<${catalogue}\n/Lang (${lang})>>`]]);
  return Buffer.from(updatePdf(body, { objects, info }), 'latin1');
}
