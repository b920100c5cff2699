/** Derives a flow's id and title from the names of the diagram, its page and its file. */
import { cutEnds, usableId } from '../source/index.js';

export interface FlowName {
  readonly id: string;
  readonly title: string;
}

interface Named {
  /** The path of the file: `docs/login.md`. */
  readonly path: string;
  /** The diagram's own title, or ''. */
  readonly title: string;
  /** The heading above it, or ''. */
  readonly heading: string;
  /** Whether the file has other diagrams. */
  readonly isOneOfMany: boolean;
}

/** `taken`: the ids in use; the new one is added. */
export function nameFlow({ path, title, heading, isOneOfMany }: Named, taken: Set<string>): FlowName {
  const file = fileWords(path);
  const words = isOneOfMany || kebab(file) === '' ? [file, title || heading] : [file];
  const base = usableId(joinWords(words.map(kebab)) || kebab(title || heading) || 'flow');
  const count = firstFree(base, taken);
  const id = count === 1 ? base : `${base}-${count}`;
  taken.add(id);
  const named = title || heading;
  const said = named || capital(file) || 'Flow';
  return { id, title: count === 1 || title !== '' ? said : `${said} (${count})` };
}

/** Words of a-z and 0-9 joined by `-`; '' where there are none. */
export function kebab(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-');
  return cutEnds(words.slice(0, longest), '-');
}

const longest = 60;

/** The file's name without extension; for an index page, the name of its folder. */
function fileWords(path: string): string {
  const [name = '', folder = ''] = path.split('/').reverse();
  const stem = name.replace(/\.[^.]*$/, '');
  const isPage = /^(?:readme|index|_index|<stdin>)$/i.test(stem);
  return (isPage ? folder : stem).replace(/[-_.\s]+/g, ' ').trim();
}

/** Joins words without repeating a part: `login` and `login-by-code` give `login-by-code`. */
function joinWords(words: readonly string[]): string {
  const [file = '', title = ''] = words;
  return title.includes(file) ? title : [file, title].filter((word) => word !== '').join('-');
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function firstFree(base: string, taken: ReadonlySet<string>): number {
  let count = 1;
  while (taken.has(count === 1 ? base : `${base}-${count}`)) count += 1;
  return count;
}
