/** Writes a text into a PDF's document information (PDF 32000-1:2008, 14.3.3), and reads it. */
import { dictionaryOf, readPdfEnd, updatePdf } from './pdf-update.js';

const KEYWORDS = /\/Keywords \((authflow\/[^()\\]*)\)/g;

/** A title as the canvas writes it: a text in brackets, in which others are escaped, or in hexadecimal digits. */
const TITLE = /\/Title (?:\((?:[^()\\]|\\[^])*\)|<[\dA-F]*>)/;

/**
 * Chromium writes the time into each PDF. It is overwritten in place, because two runs must give the same bytes. The
 * rest of the file stays as it is, because its parts are found by their offsets.
 *
 * @param pdf with a table of references at its end, not a stream
 * @param text characters that a PDF string takes unescaped
 */
export function writePdfStamp(pdf: Uint8Array, text: string): Uint8Array {
  const body = Buffer.from(pdf)
    .toString('latin1')
    .replace(/(\/(?:Creation|Mod)Date \(D:)\d{14}/g, (_, name: string) => `${name}19700101000000`);
  const { size, info } = readPdfEnd(body);
  const [title] = TITLE.exec(info === '' ? '' : dictionaryOf(body, info)) ?? [];
  const content = `<<${title === undefined ? '' : `${title}\n`}/Creator (authflow)\n/Keywords (${text})>>`;
  const updated = updatePdf(body, { objects: new Map([[size, content]]), info: `${size} 0 R` });
  return Buffer.from(updated, 'latin1');
}

/** What a PDF draws: the file, in Latin-1, as it was before {@link writePdfStamp}. */
export function drawingOfPdf(pdf: Uint8Array): string {
  const body = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const stamp = [...body.matchAll(KEYWORDS)].at(-1);
  return stamp === undefined ? body : body.slice(0, body.lastIndexOf('\n', body.lastIndexOf(' obj\n', stamp.index)));
}

export function readPdfStamp(pdf: Uint8Array): string | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return null;
  return [...bytes.toString('latin1').matchAll(KEYWORDS)].at(-1)?.[1] ?? null;
}
