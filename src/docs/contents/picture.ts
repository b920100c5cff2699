/** Prints a picture for light pages and one for dark pages in HTML, JSX or for Docusaurus, and a single one in Markdown and AsciiDoc. */
import type { Flow } from '../../model/index.js';
import { asciidocReference, escapeAsciidoc, inOneLine } from '../../source/index.js';
import type { Citation } from '../citation.js';
import type { CitedFlow, PicturePart, Pictures } from './cited-flow.js';

interface PicturePlace {
  readonly isMdx: boolean;
  /** Of each line of the block: the marks of quotes, the indentation of lists. */
  readonly prefix: string;
}

export function pictureMarkup(citation: Citation, { flow, pictures, parts }: CitedFlow, place: PicturePlace): string {
  if (parts.length === 0) return onePicture(citation, altText(citation, flow), pictures, place);
  return parts
    .flatMap((part, index) => [
      onePicture(citation, altOfPart(citation, flow, part, index), part.pictures, place),
      `_${inMarkdown(part.name(titleText(flow)), place.isMdx)}_`,
    ])
    .join('\n\n');
}

function onePicture(citation: Citation, words: string, pictures: Pictures, { isMdx, prefix }: PicturePlace): string {
  if (citation.picture === 'markdown') return markdownImage(words, pictures, isMdx);
  const alt = attribute('alt', words);
  const width = citation.width === null ? [] : [attribute('width', String(citation.width))];
  if (citation.picture === 'docusaurus') {
    return isMdx
      ? themedImage([alt, ...width], pictures, '\n')
      : themedImage([alt.replace(marks, entity), ...width], pictures, ' ');
  }
  const image = [alt, attribute('src', pictures.light), ...width];
  const columns = isMdx ? COLUMNS - prefix.length : Infinity;
  if (pictures.dark === null) return element('img', image, '', columns);
  const sourceSet = attribute(isMdx ? 'srcSet' : 'srcset', pictures.dark);
  const source = element('source', [attribute('media', '(prefers-color-scheme: dark)'), sourceSet], '  ', columns);
  return ['<picture>', source, element('img', image, '  ', columns), '</picture>'].join('\n');
}

function altText({ alt }: Citation, { id, title, summary }: Flow): string {
  const own = [title.plain, summary.plain].filter((text) => text !== '').join(': ');
  return squeezed(alt ?? (own || id));
}

/** The first one also says what the flow does. */
function altOfPart({ alt }: Citation, flow: Flow, { name }: PicturePart, index: number): string {
  if (alt !== null) return name(squeezed(alt));
  const summary = squeezed(flow.summary.plain);
  return index === 0 && summary !== '' ? `${name(titleText(flow))}: ${summary}` : name(titleText(flow));
}

const titleText = ({ id, title }: Flow): string => squeezed(title.plain || id);

const squeezed = (text: string): string => inOneLine(text).replace(/\s+/g, ' ').trim();

/** Only one picture: AsciiDoc has no second one for dark pages. */
export function imageMacro(citation: Citation, { flow, pictures, parts }: CitedFlow): string {
  if (parts.length === 0) return oneImage(citation, altText(citation, flow), pictures);
  return parts
    .map((part, index) => {
      const caption = escapeAsciidoc(part.name(titleText(flow))).replace(/^[. ]/, asciidocReference);
      return `.${caption}\n${oneImage(citation, altOfPart(citation, flow, part, index), part.pictures)}`;
    })
    .join('\n\n');
}

function oneImage({ width }: Citation, words: string, { light }: Pictures): string {
  const alt = escapeAsciidoc(words).replaceAll('"', asciidocReference);
  return `image::${light}["${alt}"${width === null ? '' : `,width=${width}`}]`;
}

/** Only one picture, for readers that know no HTML: pandoc, wikis. Its address is a URL, as everywhere in Markdown. */
function markdownImage(alt: string, { light }: Pictures, isMdx: boolean): string {
  const address = encodeURI(light).replace(/[()#?]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `![${inMarkdown(alt, isMdx)}](${address})`;
}

const inMarkdown = (text: string, isMdx: boolean): string =>
  isMdx ? escapeInMdx(text) : escapeHtml(text).replace(marks, entity);

/** Prettier prints alt texts in MDX without their escapes, so only what would be syntax has one. */
function escapeInMdx(alt: string): string {
  const syntax = /[[\]{}]|\\(?=[!-/:-@[-`{-~])|<(?!\s)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
  const pairs = ['*', '`', '~', '$'].filter((mark) => alt.indexOf(mark) !== alt.lastIndexOf(mark));
  return alt.replace(syntax, entity).replace(/[*`~$]/g, (mark) => (pairs.includes(mark) ? entity(mark) : mark));
}

/** Docusaurus reads `.md` as MDX, but Prettier reads it as prose, so there it is one line. */
function themedImage(attributes: readonly string[], { light, dark }: Pictures, gap: '\n' | ' '): string {
  const indent = gap === '\n' ? '  ' : '';
  const sources = [
    `${indent}${indent}light: ${required(light)},`,
    `${indent}${indent}dark: ${required(dark ?? light)},`,
  ];
  const written = attributes.map((text) => indent + text);
  return ['<ThemedImage', ...written, `${indent}sources={{`, ...sources, `${indent}}}`, '/>'].join(gap);
}

/** Characters that would be syntax in a line of Markdown. */
const marks = /[\\`*_[\]{}~$]/g;

const entity = (character: string): string => `&#${character.charCodeAt(0)};`;

/** The width at which Prettier breaks JSX. In Markdown, a tag is HTML only if it is on one line (CommonMark §4.6). */
const COLUMNS = 80;

function element(name: string, attributes: readonly string[], indent: string, columns: number): string {
  const line = `${indent}<${name} ${attributes.join(' ')} />`;
  if (line.length <= columns) return line;
  return [`${indent}<${name}`, ...attributes.map((text) => `${indent}  ${text}`), `${indent}/>`].join('\n');
}

const attribute = (name: string, value: string): string => `${name}="${escapeHtml(value)}"`;

/** By numbers: Prettier would put the quote for which an entity stands into JSX, and choose other quotes around it. */
const escapeHtml = (text: string): string => text.replace(/[&"<>]|\{(?=[{%#])/g, entity);

/**
 * Webpack would turn an SVG into a component, but an image needs an address. Backticks, because Prettier changes quotes to
 * the user's preference.
 */
const required = (path: string): string => {
  const loader = path.endsWith('.svg') ? '!!file-loader!' : '';
  const relative = path.startsWith('.') ? path : `./${path}`;
  return `require(\`${loader}${relative.replace(/[\\`$]/g, String.raw`\$&`)}\`).default`;
};
