/** Prints text for a person, through a pager if it is longer than the screen. */
import type { World } from '../world/index.js';

/** `usePager`: whether a pager may be used. */
export async function printLong(text: string, usePager: boolean, { stdout, env, page }: World): Promise<void> {
  const pager = usePager ? choosePager(env) : '';
  const isLong = stdout.isTTY === true && stdout.rows !== undefined && lines(text) >= stdout.rows;
  if (pager === '' || !isLong || !(await page(text, pager))) stdout.write(text);
}

const lines = (text: string): number => text.split('\n').length - 1;

/** The pager's command; empty for none, which users request by `cat`. */
function choosePager({ AUTHFLOW_PAGER, PAGER, TERM }: World['env']): string {
  const pager = AUTHFLOW_PAGER ?? PAGER ?? (TERM === 'dumb' ? '' : 'less');
  return pager.trim() === 'cat' ? '' : pager.trim();
}
