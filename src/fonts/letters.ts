/** Letters, and what is no letter to a font. */

export const codeOf = (letter: string): number => letter.codePointAt(0) ?? 0;

/** Joiners, variation selectors, marks of direction: they need no glyph. Nor do line breaks and tabs. */
export const isUnseen = (letter: string): boolean => /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(letter);
