/** Says the language of an SVG (SVG 2 §5.9.2): `lang` where it stands in HTML, `xml:lang` for everyone who reads XML. */

/** `lang`: a language tag, which XML takes unescaped; '' for none. */
export const nameLang = (svg: string, lang: string): string =>
  lang === '' ? svg : svg.replace(/<svg\b/, `<svg lang="${lang}" xml:lang="${lang}"`);
