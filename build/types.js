// Writes the library's declarations, with everything that they need, into one file.
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

const declarations = await rollup({
  input: 'src/index.ts',
  plugins: [dts()],
  external: (id) => !/^[./]/.test(id),
});
const {
  output: [{ imports }],
} = await declarations.write({ file: 'dist/index.d.ts' });
// Users don't have the bundled packages installed.
if (imports.length > 0) throw new Error(`the library's types show types of ${imports.join(', ')}`);
