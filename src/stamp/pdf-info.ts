/**
 * Writes a text into a PDF's document information (PDF 32000-1:2008, 14.3.3) as an incremental update (7.5.6), and
 * reads it.
 */

const KEYWORDS = /\/Keywords \((authflow\/[^()\\]*)\)/g;

/**
 * Chromium writes the time into each PDF. It is overwritten in place, because two runs must give the same bytes. The
 * rest of the file stays as it is, because its parts are found by their offsets.
 *
 * @param pdf as Chromium writes it: with a table of references at its end, not a stream
 * @param text characters that a PDF string takes unescaped
 */
export function writePdfStamp(pdf: Uint8Array, text: string): Uint8Array {
  const body = Buffer.from(pdf)
    .toString('latin1')
    .replace(/(\/(?:Creation|Mod)Date \(D:)\d{14}/g, (_, name: string) => `${name}19700101000000`);
  const tail = body.slice(body.lastIndexOf('trailer'));
  const [, size] = /\/Size (\d+)/.exec(tail) ?? [];
  const [, root] = /\/Root (\d+ \d+ R)/.exec(tail) ?? [];
  const [, previous] = /startxref\s+(\d+)/.exec(tail) ?? [];
  if (!size || !root || !previous) throw new Error('no PDF to stamp');
  const start = body.endsWith('\n') ? body : `${body}\n`;
  const number = Number(size);
  const object = `${number} 0 obj\n<</Creator (authflow)\n/Keywords (${text})>>\nendobj\n`;
  const table = `xref\n${number} 1\n${String(start.length).padStart(10, '0')} 00000 n \n`;
  const trailer = `trailer\n<</Size ${number + 1}\n/Root ${root}\n/Info ${number} 0 R\n/Prev ${previous}>>\n`;
  const end = `startxref\n${start.length + object.length}\n%%EOF\n`;
  return Buffer.from(start + object + table + trailer + end, 'latin1');
}

export function readPdfStamp(pdf: Uint8Array): string | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return null;
  return [...bytes.toString('latin1').matchAll(KEYWORDS)].at(-1)?.[1] ?? null;
}
