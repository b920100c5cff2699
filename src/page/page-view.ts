/** The views that templates/page/ receives, and their shapes. Texts are finished Markdown, on one line unless noted. */
import { anyOf, flag, many, number, one, text, texts } from '../model/index.js';
import type { ViewOf, ViewShapes } from '../model/index.js';

/** In the order of the page; sections without data are absent. */
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
  'references',
] as const;

const blocks = ['paragraph', 'bullets', 'numbered', 'table', 'fence', 'section'] as const;

export const pageShapes = {
  folder: 'page',
  types: {
    page: {
      title: text("The flow's title."),
      lang: text('The language tag (BCP 47); empty where neither the flow nor its project names one.'),
      summary: text('One paragraph; may be empty.'),
      specs: text('The documents that define the flow, as links; may be empty.'),
      isDraft: flag("The flow's design is not final."),
      isDeprecated: flag('New systems must not use the flow.'),
      notice: texts('What a reader must know about its status, in lines; none for a current flow.'),
      sections: anyOf(sections, 'The page, from top to bottom.'),
    },
    gallery: {
      title: text('The heading.'),
      pictures: texts('The image of one flow, if the configuration names one.'),
      families: many('family', 'The flows of the project, by family.'),
    },
    family: {
      title: text("The family's name; empty for flows without a family."),
      entries: many('entry', "The family's flows, by title."),
    },
    entry: {
      link: text('The title, as a link to the page.'),
      summary: text('One paragraph; may be empty.'),
      isDraft: flag("The flow's design is not final."),
      isDeprecated: flag('New systems must not use the flow, and its title does not say so.'),
    },
    'when-to-use': { items: texts('When the flow fits.') },
    'when-not-to-use': { items: texts('When it does not fit.') },
    prerequisites: { items: many('item', 'What must be in place.') },
    mermaid: { fence: one('fence', 'The Mermaid diagram.') },
    picture: {
      path: text('The picture, relative to the page.'),
      darkPath: text('The picture for dark pages; empty where one picture serves for all pages.'),
      alt: text("A description of the picture, for an attribute's value."),
    },
    diagram: { fence: one('fence', 'The text diagram.') },
    sample: {
      title: text('What is requested.'),
      redirects: many('fence', 'The response that makes a browser send it; none unless it is a redirect.'),
      curl: many('fence', 'The command; none where the URL names no host.'),
      address: many('fence', "The address that the system opens, where the scheme is an app's own; otherwise none."),
      http: many('fence', 'The raw request; none where the address is not an HTTP URL.'),
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
      fences: many('fence', 'Its header and its claims, where the flow gives them.'),
    },
    response: {
      branch: text('When this response is sent, where there are several; otherwise empty.'),
      fence: one('fence', 'The raw response, or its body where only that is known.'),
      parameters: many('parameter', "The response's parameters, with the first response."),
      tokens: many('token', 'The JWTs in the response, decoded.'),
    },
    programs: {
      environment: text('The environment variables that the programs read, separated by commas; may be empty.'),
      programs: many('program', 'The same requests in each language.'),
    },
    program: {
      language: text('`Python` or `Node.js`.'),
      needs: text('What it needs to run.'),
      fence: one('fence', 'The program.'),
    },
    section: {
      marks: text('One `#` per level of the heading.'),
      title: text('The heading.'),
      blocks: anyOf(blocks, 'The contents under it.'),
    },
    paragraph: { text: text('The paragraph.') },
    bullets: { items: texts('The items.') },
    numbered: { items: many('item', 'The items.') },
    item: {
      number: number('The number, from 1.'),
      text: text('The item.'),
    },
    table: {
      columns: texts('The column headings.'),
      rows: many('row', 'The rows, each as wide as the table.'),
    },
    row: { cells: texts('The cells.') },
    fence: {
      open: text('The opening mark, with the language.'),
      text: text('The fenced text, on several lines.'),
      close: text('The closing mark, longer than any in the text.'),
    },
    security: { items: many('item', 'The considerations.') },
    threats: { threats: many('threat', 'In the order of the steps.') },
    threat: {
      step: text("The step that it threatens, for a table's cell; may be empty."),
      title: text("The threat, for a table's cell."),
      category: text('The STRIDE category; may be empty.'),
      mitigation: text("The mitigation, for a table's cell; may be empty."),
      source: text("The document that describes it, for a table's cell; may be empty."),
    },
    findings: { findings: many('finding', 'In the order of the file.') },
    finding: {
      rule: text("The security rule's id."),
      step: text("The step where it was found, for a table's cell; may be empty."),
      message: text("What is wrong, for a table's cell."),
      fix: text("How to fix it, for a table's cell."),
      source: text("The section of the standard that requires it, as a link for a table's cell."),
    },
    references: { flows: texts('The titles of other flows that happen in this one; links where they have a page.') },
    limitations: { items: texts('What the flow cannot do.') },
    customization: {
      variables: many('variable', 'What the reader sets; may be empty.'),
      issued: many('variable', 'What servers and keys issue while the flow runs; may be empty.'),
    },
    steps: {
      hasConditions: flag('At least one step is in a fragment with a label.'),
      rows: many('step', 'In order.'),
    },
    step: {
      isPhase: flag('A phase begins here: `text` is its title, and the other cells are empty.'),
      number: text(
        'The number; that of the Mermaid diagram where it numbers its messages; empty for what is no message.',
      ),
      from: text("The sender, for a table's cell."),
      to: text("The receiver, for a table's cell."),
      text: text("The text, for a table's cell."),
      condition: text("The labels of the fragments around it, for a table's cell; may be empty."),
    },
    variable: {
      name: text("The name, for a table's cell."),
      description: text("The value to set, for a table's cell; may be empty."),
      value: text("The value in this page, for a table's cell; empty for a placeholder."),
    },
  },
} as const satisfies ViewShapes;

type PageType = keyof typeof pageShapes.types;

export type PageView<Type extends PageType = 'page'> = ViewOf<typeof pageShapes, Type>;

/** A view in a list of several types. */
export type PageViewOf<Type extends PageType> = Type extends PageType
  ? PageView<Type> & { readonly kind: Type }
  : never;

export type SectionView = PageViewOf<(typeof sections)[number]>;
export type BlockView = PageViewOf<(typeof blocks)[number]>;
