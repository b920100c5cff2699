/** Builds the page that lists all flows of a project, family by family. */
import type { Flow, Say, Wording } from '../model/index.js';
import { inOneLine, memoize } from '../source/index.js';
import { readPlain } from './inline.js';
import type { InlinePiece } from './inline.js';
import { markdownDialect, printImage } from './markdown/index.js';
import type { PageView } from './page-view.js';

const { heading, inline, paragraph } = markdownDialect;

export interface GalleryEntry {
  readonly flow: Flow;
  /** The file that a reader opens, relative to the gallery. */
  readonly path: string;
}

export interface GalleryOptions {
  readonly title: string;
  /** The id of the flow whose SVG is at the top; '' for none. */
  readonly picture: string;
}

/** Sorts families by name, flows without one last, and flows by title. */
export function galleryView(
  entries: readonly GalleryEntry[],
  { title, picture }: GalleryOptions,
  { lang, say }: Wording,
): PageView<'gallery'> {
  const byName = byNameIn(lang);
  const families = [...new Set(entries.map(({ flow }) => flow.family.plain))].sort(byName);
  const pictured = entries.find(({ flow }) => flow.id === picture)?.flow;
  return {
    title: inline([{ kind: 'text', text: title }]),
    pictures: pictured ? [printImage(oneTitle(pictured), `${pictured.id}.svg`)] : [],
    families: families.map((family) => {
      const own = entries.filter(({ flow }) => flow.family.plain === family);
      const [first] = own;
      return {
        title:
          family !== '' && first
            ? heading(readPlain(first.flow.family))
            : families.length > 1
              ? say('other-flows')
              : '',
        entries: own
          .sort((one, other) => byName(oneTitle(one.flow), oneTitle(other.flow)))
          .map((entry) => entryView(entry, say)),
      };
    }),
  };
}

const entryView = ({ flow, path }: GalleryEntry, say: Say): PageView<'entry'> => ({
  link: inline([titleLink(flow, path)]),
  summary: paragraph(readPlain(flow.summary)),
  isDraft: flow.status === 'draft',
  // Some titles already say it.
  isDeprecated:
    flow.status === 'deprecated' && !flow.title.plain.toLowerCase().includes(say('deprecated').toLowerCase()),
});

const titleLink = (flow: Flow, url: string): InlinePiece => ({ kind: 'link', text: oneTitle(flow), url });

const oneTitle = ({ title, id }: Flow): string => inOneLine(title.plain).replace(/\s+/g, ' ').trim() || id;

/** Gives the same order on every machine, whatever its language. */
function byNameIn(lang: string): (one: string, other: string) => number {
  const { compare } = collator(lang);
  return (one, other) => ((one === '') !== (other === '') ? (one === '' ? 1 : -1) : compare(one, other));
}

const collator = memoize((lang) => new Intl.Collator(lang));
