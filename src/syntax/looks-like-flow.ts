/** Distinguishes flow files from other YAML, so that a hook may pass all changed files. */
import { CST, Parser } from 'yaml';
import type { Source } from '../source/index.js';
import { defaultLimits } from './limits.js';

/** Top-level keys that only flow files have: not includes, themes, the configuration or most other YAML. */
const telling: readonly string[] = ['id', 'title', 'extends'];

/**
 * Decides by the top-level keys. YAML with a mistake has those that could still be read, so a broken flow counts as a flow, and a
 * template of a manifest does not. A file that is not a mapping counts too, so that the flow's reader reports it.
 * Looks at tokens only: a tree of a deeply nested file would overflow the stack, and is not needed.
 */
export function looksLikeFlow({ text }: Source): boolean {
  const content = firstContent(text.slice(0, defaultLimits.size));
  const isMapping =
    content?.type === 'block-map' || (content?.type === 'flow-collection' && content.start.source === '{');
  if (!isMapping) return true;
  const ignore = (): void => undefined;
  return content.items.some(
    ({ key }) => CST.isScalar(key) && telling.includes(CST.resolveAsScalar(key, false, ignore).value),
  );
}

/** The first document's content, as tokens of the YAML package's first stage. */
function firstContent(text: string): CST.Token | undefined {
  for (const token of new Parser().parse(text)) if (token.type === 'document') return token.value;
  return undefined;
}
