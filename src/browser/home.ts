/** The home folder of the user, which a container's user may lack, or may not enter. */
import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What Debian calls the home of a user without one. Only root can make it, so nobody can plant a configuration there. */
const NO_HOME = '/nonexistent';

/** '' if there is none, or none that can be read. */
export function homeFolder(): string {
  try {
    const home = homedir();
    statSync(join(home, ...SEARCHED), { throwIfNoEntry: false });
    return home === NO_HOME ? '' : home;
  } catch {
    return '';
  }
}

/** Where puppeteer looks for its configuration as soon as it is imported. It fails if the answer is neither yes nor no. */
const SEARCHED = ['.config', 'puppeteer'];

/** Lets puppeteer look into a home that does not exist instead of one that it can't read. */
export function shieldHome(): void {
  if (homeFolder() === '') process.env.HOME = NO_HOME;
}
