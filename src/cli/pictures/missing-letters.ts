/** Reports the letters of a picture that none of its fonts has. */
import { npmInstall } from '../../peers/index.js';
import type { Diagnostic, Span } from '../../source/index.js';

/** The most letters that a message lists. */
const MOST = 5;

/** @param missing grapheme clusters; at least one */
export function missingLetters(missing: readonly string[], span: Span): Diagnostic {
  const listed = missing.slice(0, MOST).map((letter) => `${letter} (${codePointsOf(letter)})`);
  const more = missing.length > MOST ? ` and ${missing.length - MOST} more` : '';
  const emoji = missing.filter((letter) => /\p{Extended_Pictographic}/u.test(letter));
  const ways = [
    ...(emoji.length > 0 ? [`for emoji, run: ${npmInstall(['@expo-google-fonts/noto-color-emoji'])}`] : []),
    ...(emoji.length < missing.length
      ? ['name a font file that has them (TTF, OTF or WOFF2): fonts: in authflow.config.yaml']
      : []),
  ];
  return {
    code: 'known-letters',
    severity: 'warning',
    message: `no font of the picture has ${listed.join(', ')}${more}; a font of this machine drew them, or boxes stand in their place`,
    hint: ways.join('\n'),
    span,
  };
}

const codePointsOf = (cluster: string): string =>
  Array.from(cluster, (letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(
    ' ',
  );
