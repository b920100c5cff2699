/** What the templates of templates/page/ may read. Texts are finished Markdown, on one line unless they say otherwise. */
import { anyOf, flag, many, number, one, text, texts } from '../model/index.js';
import type { ViewOf, ViewShapes } from '../model/index.js';

/** In the order of the page; a section without data is not there. */
const sections = [
  'when-to-use',
  'when-not-to-use',
  'prerequisites',
  'mermaid',
  'picture',
  'diagram',
  'sample',
  'programs',
  'section',
  'security',
  'threats',
  'findings',
  'limitations',
  'customization',
] as const;

const blocks = ['paragraph', 'bullets', 'numbered', 'table', 'fence', 'section'] as const;

export const pageShapes = {
  folder: 'page',
  types: {
    page: {
      title: text("The flow's title."),
      summary: text('One paragraph; may be empty.'),
      specs: text('The documents that define the flow, as links; may be empty.'),
      isDraft: flag('What the flow shows is not settled yet.'),
      isDeprecated: flag('New systems must not use the flow.'),
      sections: anyOf(sections, 'The page, from top to bottom.'),
    },
    gallery: {
      title: text('The heading.'),
      pictures: texts('The image of one flow, where the configuration names it.'),
      families: many('family', 'The flows of the project, by family.'),
    },
    family: {
      title: text('Its name; empty for flows without one.'),
      entries: many('entry', 'Its flows, by title.'),
    },
    entry: {
      link: text('The title, as a link to the page.'),
      summary: text('One paragraph; may be empty.'),
      isDraft: flag('What the flow shows is not settled yet.'),
      isDeprecated: flag('New systems must not use the flow, and its title does not say so.'),
    },
    'when-to-use': { items: texts('Where the flow fits.') },
    'when-not-to-use': { items: texts('Where it does not.') },
    prerequisites: { items: many('item', 'What must be in place.') },
    mermaid: { fence: one('fence', 'The Mermaid diagram.') },
    picture: {
      path: text('The picture, relative to the page.'),
      darkPath: text('That for dark pages; empty where one serves for all.'),
      alt: text("What it shows, for an attribute's value."),
    },
    diagram: { fence: one('fence', 'The text diagram.') },
    sample: {
      title: text('What is requested.'),
      redirects: many('fence', 'The response that makes a browser send it; none where it is no redirect.'),
      curl: many('fence', 'The command; none where the URL names no host.'),
      address: many('fence', "The address that the system opens, where its scheme is an app's own; else none."),
      http: many('fence', 'The raw request; none where the address is not for HTTP.'),
      parameters: many('parameter', "The request's parameters."),
      tokens: many('token', 'The JWTs in the request, decoded.'),
      responses: many('response', 'The answers, in the order of the flow.'),
    },
    parameter: {
      name: text("The name, for a table's cell."),
      level: text('`REQUIRED`, `RECOMMENDED` or `OPTIONAL`.'),
      description: text("What it is, for a table's cell."),
      source: text("The document that defines it, for a table's cell; may be empty."),
    },
    token: {
      name: text('The parameter that carries it.'),
      fences: many('fence', 'Its header and its claims, as far as the flow gives them.'),
    },
    response: {
      branch: text('When this one comes, where there are several; else empty.'),
      fence: one('fence', 'The raw response, or its body where no more is known.'),
      parameters: many('parameter', "The response's parameters, with the first response."),
      tokens: many('token', 'The JWTs in the response, decoded.'),
    },
    programs: {
      environment: text('The environment variables that the programs read, separated by commas; may be empty.'),
      programs: many('program', 'The same requests in each language.'),
    },
    program: {
      language: text('`Python` or `Node.js`.'),
      needs: text('What runs it.'),
      fence: one('fence', 'The program.'),
    },
    section: {
      marks: text('As many `#` as the heading is deep.'),
      title: text('The heading.'),
      blocks: anyOf(blocks, 'What stands under it.'),
    },
    paragraph: { text: text('The paragraph.') },
    bullets: { items: texts('The items.') },
    numbered: { items: many('item', 'The items.') },
    item: {
      number: number('From 1.'),
      text: text('The item.'),
    },
    table: {
      columns: texts('The heads.'),
      rows: many('row', 'The rows, each as wide as the table.'),
    },
    row: { cells: texts('The cells.') },
    fence: {
      open: text('The opening mark, with the language.'),
      text: text('What is fenced, on several lines.'),
      close: text('The closing mark, longer than any that is fenced.'),
    },
    security: { items: many('item', 'What to take care of.') },
    threats: { threats: many('threat', 'In the order of the steps.') },
    threat: {
      step: text("The step that it threatens, for a table's cell; may be empty."),
      title: text("The threat, for a table's cell."),
      category: text('The STRIDE category; may be empty.'),
      mitigation: text("What to do about it, for a table's cell; may be empty."),
      source: text("The document that says so, for a table's cell; may be empty."),
    },
    findings: { findings: many('finding', 'In the order of the file.') },
    finding: {
      rule: text("The security rule's id."),
      step: text("The step where it was found, for a table's cell; may be empty."),
      message: text("What is wrong, for a table's cell."),
      fix: text("How to mend it, for a table's cell."),
      source: text("The section of the standard that says so, as a link for a table's cell."),
    },
    limitations: { items: texts('What the flow cannot do.') },
    customization: {
      variables: many('variable', 'What the reader sets; may be empty.'),
      issued: many('variable', 'What servers and keys issue while the flow runs; may be empty.'),
    },
    steps: {
      hasConditions: flag('A step is in a fragment with a label.'),
      rows: many('step', 'The messages, in order.'),
    },
    step: {
      number: text('The number; that of the Mermaid diagram where it numbers its messages.'),
      from: text("The sender, for a table's cell."),
      to: text("The receiver, for a table's cell."),
      text: text("The text, for a table's cell."),
      condition: text("The labels of the fragments around it, for a table's cell; may be empty."),
    },
    variable: {
      name: text("The name, for a table's cell."),
      description: text("What to put there, for a table's cell; may be empty."),
      value: text("The value in this page, for a table's cell; empty for a placeholder."),
    },
  },
} as const satisfies ViewShapes;

type PageType = keyof typeof pageShapes.types;

export type PageView<Type extends PageType = 'page'> = ViewOf<typeof pageShapes, Type>;

/** A view that a list of several types can hold. */
export type PageViewOf<Type extends PageType> = Type extends PageType
  ? PageView<Type> & { readonly kind: Type }
  : never;

export type SectionView = PageViewOf<(typeof sections)[number]>;
export type BlockView = PageViewOf<(typeof blocks)[number]>;
