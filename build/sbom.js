// Prints an SBOM of the npm package in CycloneDX: npm's own SBOM of the lock file, limited to the packages in the bundle.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';
import { bundledPackages } from './notices.js';

/** `whole`: the output of `npm sbom`. Throws if it lacks a package of the bundle. */
export function sbomOf(whole, packages) {
  const bundled = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  const components = whole.components.filter((component) => bundled.has(component['bom-ref']));
  const missing = [...bundled].filter((ref) => !components.some((component) => component['bom-ref'] === ref));
  if (missing.length > 0) throw new Error(`the lock file has no ${missing.join(', ')}`);
  const own = whole.metadata.component['bom-ref'];
  return {
    ...whole,
    // npm uses the folder's name.
    metadata: { ...whole.metadata, component: { ...whole.metadata.component, name: own.replace(/@[^@]*$/, '') } },
    // The properties say that they are development dependencies, as in this repository.
    components: components.map((component) => ({ ...component, properties: [] })),
    dependencies: whole.dependencies
      .filter(({ ref }) => ref === own || bundled.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => bundled.has(each)) })),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const root = fileURLToPath(new URL('..', import.meta.url));
  const whole = execFileSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const packages = bundledPackages(await bundle({ write: false }));
  console.log(JSON.stringify(sbomOf(JSON.parse(whole), packages), null, 2));
}
