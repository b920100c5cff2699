/** Reads a page back as Markdown (with GitHub's tables) or as MDX. */
import { compile, createProcessor } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';

/** What the tests look at of an mdast node. */
export interface Node {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly ordered?: boolean;
  readonly lang?: string | null;
  readonly url?: string;
  readonly children?: readonly Node[];
}

export type Format = 'md' | 'mdx';

const markdown = createProcessor({ format: 'md', remarkPlugins: [remarkGfm] });

/** The document's tree. MDX is compiled as well, so that what it can't take throws; Markdown takes anything. */
export async function readDocument(source: string, format: Format): Promise<Node> {
  if (format === 'md') return markdown.parse(source) as Node;
  const trees: Node[] = [];
  const keep = () => (root: unknown) => {
    trees.push(structuredClone(root) as Node);
  };
  await compile(source, { format, remarkPlugins: [remarkGfm, keep] });
  return trees[0]!;
}

/** The text that a reader sees. A tag shows nothing: Markdown has each as a node of its own, MDX as the parent of what is in it. */
export function readText({ type, value, children = [] }: Node): string {
  if (type === 'html') return '';
  return value ?? children.map(readText).join('');
}

const inline = ['paragraph', 'heading', 'tableCell'];

/** The blocks of a document, without what is written in them. */
export function outline(node: Node): string {
  const name = [node.type, node.depth, node.ordered, node.lang]
    .filter((part) => part !== undefined && part !== null)
    .join(' ');
  if (inline.includes(node.type) || !node.children) return name;
  return `${name}(${node.children.map(outline).join(', ')})`;
}

export function findAll(node: Node, type: string): Node[] {
  return [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap((child) => findAll(child, type))];
}
