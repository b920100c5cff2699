/** The user's home folder, which may not exist or be readable in a container. */
import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Debian's name for the home of a user without one. Only root can create it, so nobody else can plant a configuration there. */
const NO_HOME = '/nonexistent';

/** '' if there is none, or it can't be read. */
export function homeFolder(): string {
  try {
    const home = homedir();
    statSync(join(home, ...SEARCHED), { throwIfNoEntry: false });
    return home === NO_HOME ? '' : home;
  } catch {
    return '';
  }
}

/** Where puppeteer searches its configuration on import. It fails if it can't read the folder. */
const SEARCHED = ['.config', 'puppeteer'];

/** Makes puppeteer search a home that does not exist instead of one that it can't read. */
export function shieldHome(): void {
  if (homeFolder() === '') process.env.HOME = NO_HOME;
}
