// Writes the library's declarations, each with everything that it needs in one file.
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

for (const name of ['index', 'web']) {
  const declarations = await rollup({
    input: `src/${name}.ts`,
    plugins: [dts()],
    external: (id) => !/^[./]/.test(id),
  });
  const {
    output: [{ imports }],
  } = await declarations.write({ file: `dist/${name}.d.ts` });
  // Users don't have the bundled packages installed.
  if (imports.length > 0) throw new Error(`the library's types show types of ${imports.join(', ')}`);
}
