/** Writes the tables of templates/README.md, which list the fields that each template may read. */
import type { Shape, ViewShapes } from '../../model/index.js';

/** Markdown, with a section for each type; `templates`: names of the folder's templates. */
export function describeViews({ types }: ViewShapes, templates: readonly string[]): string {
  return Object.entries(types)
    .map(([name, fields]) => {
      const heading = templates.includes(name) ? `\`${name}.hbs\`` : `${name} (a part of other views)`;
      const rows = Object.entries(fields).map(
        ([field, { shape, about }]) => `| \`${field}\` | ${describeShape(shape)} | ${about.replaceAll('|', '\\|')} |`,
      );
      return [`#### ${heading}`, '', '| field | is | meaning |', '| --- | --- | --- |', ...rows].join('\n');
    })
    .join('\n\n');
}

function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
    case 'flag':
    case 'number':
      return shape.kind;
    case 'list':
      return `list: ${describeShape(shape.of)}`;
    case 'ref':
      return `\`${shape.type}\``;
    case 'union':
      return shape.types.map((type) => `\`${type}\``).join(', ');
  }
}
