/** The template engine: an isolated Handlebars that prints views and can reach nothing else. */
import Handlebars from 'handlebars';

export interface Templates {
  /** Prints `view` through the template at `path` (`mermaid/diagram`). */
  render(path: string, view: object): string;
}

/** `texts`: template source by path below templates/, with ending: `mermaid/diagram.hbs`. A partial is called by its name in the same folder. */
export function makeTemplates(texts: Readonly<Record<string, string>>): Templates {
  const folders = new Map<string, ReturnType<typeof Handlebars.create>>();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  const options = { noEscape: true, strict: true, knownHelpersOnly: true } satisfies CompileOptions;
  for (const [path, text] of Object.entries(texts)) {
    if (!path.endsWith('.hbs')) continue;
    const [folder = '', name = ''] = path.slice(0, -'.hbs'.length).split('/');
    const environment = folders.get(folder) ?? Handlebars.create();
    folders.set(folder, environment);
    environment.registerPartial(name, text);
    compiled.set(`${folder}/${name}`, environment.compile(text, options));
  }
  return {
    render(path, view) {
      const template = compiled.get(path);
      if (!template) throw new Error(`no template ${path}`);
      return template(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    },
  };
}
