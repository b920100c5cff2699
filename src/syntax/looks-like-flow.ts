/** Tells flow files from other people's YAML, so that a hook may pass whatever changed. */
import { CST, Parser } from 'yaml';
import type { Source } from '../source/index.js';
import { defaultLimits } from './limits.js';

/** Keys at the top of a file that includes, themes, the configuration and other YAML do not have. */
const telling: readonly string[] = ['id', 'title', 'extends'];

/**
 * By the keys at the top. YAML with a mistake has those that could still be read: a broken flow is a flow, and somebody's
 * template of a manifest is none. What is no mapping at all passes for a flow too, so that the flow's reader reports it.
 * Looks at tokens only: a tree of a file that nests too deep costs the whole stack, and is not needed.
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

/** Of the first document, as the YAML package's own first stage has it. */
function firstContent(text: string): CST.Token | undefined {
  for (const token of new Parser().parse(text)) if (token.type === 'document') return token.value;
  return undefined;
}
