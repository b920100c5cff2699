/** Adds objects to a PDF by an incremental update (PDF 32000-1:2008, 7.5.6): what is there stays as it is. */

/** What the end of a file says (7.5.5). References: `12 0 R`. */
export interface PdfEnd {
  /** The number of objects; the next one has this number. */
  readonly size: number;
  readonly root: string;
  /** '' for none. */
  readonly info: string;
}

interface Update {
  /** Objects by their numbers: new ones, and others in place of old ones. */
  readonly objects: ReadonlyMap<number, string>;
  readonly info: string;
}

/**
 * @param pdf in Latin-1, with a table of references at its end, not a stream
 * @throws Error for any other
 */
export function readPdfEnd(pdf: string): PdfEnd {
  const tail = pdf.slice(pdf.lastIndexOf('trailer'));
  const [, size] = /\/Size (\d+)/.exec(tail) ?? [];
  const [, root] = /\/Root (\d+ \d+ R)/.exec(tail) ?? [];
  const [, info = ''] = /\/Info (\d+ \d+ R)/.exec(tail) ?? [];
  if (!size || !root) throw new Error('no PDF to stamp');
  return { size: Number(size), root, info };
}

/** @param pdf in Latin-1 */
export function updatePdf(pdf: string, { objects, info }: Update): string {
  const { size, root } = readPdfEnd(pdf);
  const [, previous] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf) ?? [];
  if (!previous) throw new Error('no PDF to stamp');
  let body = pdf.endsWith('\n') ? pdf : `${pdf}\n`;
  let table = 'xref\n';
  for (const [number, content] of objects) {
    table += `${number} 1\n${String(body.length).padStart(10, '0')} 00000 n \n`;
    body += `${number} 0 obj\n${content}\nendobj\n`;
  }
  const next = Math.max(size, ...[...objects.keys()].map((number) => number + 1));
  const trailer = `trailer\n<</Size ${next}\n/Root ${root}\n/Info ${info}\n/Prev ${previous}>>\n`;
  return `${body}${table}${trailer}startxref\n${body.length}\n%%EOF\n`;
}

/** The dictionary of an object, without its brackets; '' where it is none, or not written out. */
export function dictionaryOf(pdf: string, reference: string): string {
  const number = Number.parseInt(reference, 10);
  const start = pdf.lastIndexOf(`\n${number} 0 obj`);
  const [, dictionary = ''] = /^\n\d+ 0 obj\s*<<(.*?)>>\s*endobj/s.exec(start < 0 ? '' : pdf.slice(start)) ?? [];
  return dictionary;
}
