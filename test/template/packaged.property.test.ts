import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packaged, packagedWords } from 'packaged:templates';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { checkTemplates } from '../../src/template/compiler/check-templates.js';
import { describeViews } from '../../src/template/compiler/describe-views.js';
import { placeholdersIn } from '../../src/wording/wordings.js';
import { allShapes } from './shapes.js';

const words = Object.fromEntries(Object.entries(packagedWords.en!).map(([name, word]) => [name, placeholdersIn(word)]));

const paths = Object.keys(packaged).filter((path) => path.endsWith('.hbs'));

test('the packaged templates pass their own check', () => {
  const sources = paths.map((path) => ({ path, text: packaged[path]! }));
  expect(checkTemplates(sources, [], allShapes, words)).toEqual([]);
});

test.each(allShapes)(
  'each template of $folder is promised a view or is a partial that others call',
  ({ folder, types }) => {
    const names = paths
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1, -4));
    const texts = names.map((name) => packaged[`${folder}/${name}.hbs`]!).join('\n');
    const strays = names.filter((name) => !Object.hasOwn(types, name) && !texts.includes(`{{> ${name}`));
    expect(strays).toEqual([]);
  },
);

test('templates/README.md tells every view', async () => {
  const file = fileURLToPath(new URL('../../templates/README.md', import.meta.url));
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const filled = text.replace(
    /(<!-- views of (\w+) -->\n).*?(?=<!-- \/views -->)/gs,
    (_, start: string, folder: string) => {
      const names = paths
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1, -4));
      return `${start}\n${describeViews(
        allShapes.find((views) => views.folder === folder)!,
        names,
      )}\n\n`;
    },
  );
  const pretty = await format(filled, { ...(await resolveConfig(file)), parser: 'markdown' });
  await expect(pretty, 'templates/README.md is out of date: npm run templates:readme').toMatchFileSnapshot(file);
});
