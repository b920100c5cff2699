/** The sizes of type in a PDF that Prawn wrote, in points. */
import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';

const operators = /([-\d.]+) [-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+ cm\b|^q$|^Q$|\/\S+ ([\d.]+) Tf\b/gm;

/** `pdf`: its bytes, as latin1. */
export function smallestType(pdf) {
  let smallest = Infinity;
  for (const [, stream] of pdf.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)) {
    const scales = [];
    let scale = 1;
    for (const [operator, scaled, size] of inflated(stream).matchAll(operators)) {
      if (operator === 'q') scales.push(scale);
      else if (operator === 'Q') scale = scales.pop() ?? 1;
      else if (scaled !== undefined) scale *= Math.abs(Number(scaled)) || 1;
      else smallest = Math.min(smallest, Number(size) * scale);
    }
  }
  return smallest;
}

function inflated(stream) {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return stream;
  }
}
