import { machine, type RasterWorld } from '../../src/browser/world.js';

/** This machine, without any browser but the one from npm: every test of a picture runs with that one. */
export function bareMachine(changes: Partial<RasterWorld> = {}): RasterWorld {
  const here = machine();
  return { ...here, env: { ...process.env, ...NO_BROWSER_NAMED }, isExecutable: () => false, ...changes };
}

const NO_BROWSER_NAMED = { AUTHFLOW_BROWSER: '', PUPPETEER_EXECUTABLE_PATH: '', CHROME_PATH: '', FONTCONFIG_FILE: '' };
