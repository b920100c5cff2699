/** The packaged words, in English. */
import { packagedWords } from 'packaged:templates';
import type { FragmentType } from '../../src/model/step.js';
import { makeWordings } from '../../src/wording/wordings.js';

export const english = makeWordings([packagedWords])('');

/** The operator of a fragment's branch, as the words room finds it; '' for a group. */
export function operatorOf(type: FragmentType, index: number): string {
  if (type === 'group') return '';
  return index === 0 ? type : (further[type] ?? type);
}

const further: Partial<Record<FragmentType, string>> = { alt: 'else', par: 'and', critical: 'option' };
