// Writes the library's declarations, with all that they need, as one file.
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
// The user has no bundled package installed.
if (imports.length > 0) throw new Error(`the library's types show types of ${imports.join(', ')}`);
