// Writes dist/ and THIRD-PARTY-NOTICES. The declarations are for `npm run types`.
import { rmSync, writeFileSync } from 'node:fs';
import { bundle, bundleWeb } from './bundle.js';
import { bundledData, bundledPackages, printNotices } from './notices.js';

rmSync('dist', { recursive: true, force: true });
writeFileSync('THIRD-PARTY-NOTICES', printNotices([...bundledPackages(await bundle()), ...bundledData()]));
await bundleWeb();
