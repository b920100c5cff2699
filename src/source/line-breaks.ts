/** A line break of any kind: LF, CRLF, CR, VT, FF, NEL, U+2028 and U+2029 (Unicode UAX #14, the classes BK, CR, LF and NL). */
const lineBreak = /\r\n|[\v\f\r\x85\u2028\u2029]/g;

/** Every line break as LF. What authors write is read so, and nothing behind that needs to know the other kinds. */
export const withLineFeeds = (text: string): string => text.replace(lineBreak, '\n');
