/** Reads a template's text as a tree. Reports parts of Handlebars that templates may not use, and continues. */
import { nearestOf } from '../../source/index.js';
import type { Report, Source, Span } from '../../source/index.js';
import { blockHelpers, parseTemplate } from './engine.js';
import type { BlockHelper } from './engine.js';
import type {
  BlockNode,
  MustacheNode,
  PairNode,
  PartialNode,
  Place,
  ProgramNode,
  StatementNode,
  SubExpressionNode,
} from './handlebars-tree.js';
import type { Argument, Path, TemplateNode } from './syntax.js';

interface Reader {
  readonly spanOf: (node: Place) => Span;
  readonly refuse: (code: 'known-syntax' | 'known-helpers', node: Place, message: string, hint: string) => void;
}

/** Null, with a diagnostic, if the text is not a valid template. */
export function readTemplate(source: Source, report: Report): readonly TemplateNode[] | null {
  const offsetOf = offsets(source.text);
  const parsed = parseTemplate(source.text);
  if ('message' in parsed) {
    const start = offsetOf(parsed);
    const span = { source, start, end: Math.min(start + 1, source.text.length) };
    report({ code: 'template-syntax', severity: 'error', message: parsed.message, span });
    return null;
  }
  const spanOf: Reader['spanOf'] = ({ loc }) => ({ source, start: offsetOf(loc.start), end: offsetOf(loc.end) });
  return readNodes(parsed.program, {
    spanOf,
    refuse: (code, node, message, hint) => report({ code, severity: 'error', message, span: spanOf(node), hint }),
  });
}

/** Handlebars counts a lone carriage return as a line break too. */
function offsets(text: string): (position: { line: number; column: number }) => number {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
  return ({ line, column }) => Math.min((starts[line - 1] ?? text.length) + column, text.length);
}

const readNodes = (program: ProgramNode | undefined, reader: Reader): readonly TemplateNode[] =>
  (program?.body ?? []).flatMap((statement) => readNode(statement, reader) ?? []);

/** Null for a statement that uses nothing of the view, or that was refused. */
function readNode(statement: StatementNode, reader: Reader): TemplateNode | null {
  switch (statement.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return null;
    case 'MustacheStatement':
      return readPrint(statement, reader);
    case 'BlockStatement':
      return readBlock(statement, reader);
    case 'PartialStatement':
      return readPartial(statement, reader);
    case 'PartialBlockStatement':
      reader.refuse('known-syntax', statement, 'blocks as partials are not supported', 'call a partial: {{> name}}');
      return null;
    case 'Decorator':
    case 'DecoratorBlock':
      reader.refuse('known-syntax', statement, 'inline partials are not supported', 'put it into its own file');
      return null;
  }
}

function readPrint(node: MustacheNode, reader: Reader): TemplateNode | null {
  const { path, params, hash } = node;
  if (path.type !== 'PathExpression') {
    reader.refuse('known-syntax', path, 'only fields of the view can be printed', 'write text without the braces');
    return null;
  }
  const name = path.original;
  if (name === 'say') return readSay(node, reader);
  if (isBlockHelper(name)) {
    reader.refuse('known-helpers', path, `{{${name}}} is a block`, `write {{#${name} field}} … {{/${name}}}`);
    return null;
  }
  if (params.length > 0 || hash || name === 'lookup') {
    reader.refuse('known-helpers', path, `unknown helper "${name}"`, `only fields can be printed: {{field}}`);
    return null;
  }
  const field = readPath(path, reader);
  return field && { kind: 'print', path: field };
}

function readSay({ params, hash, loc }: MustacheNode, reader: Reader): TemplateNode | null {
  const [name, ...more] = params;
  if (name?.type !== 'StringLiteral' || more.length > 0) {
    reader.refuse(
      'known-syntax',
      name ?? { loc },
      '{{say}} takes the name of a word',
      'write {{say "name" key=field}}',
    );
    return null;
  }
  const args = (hash?.pairs ?? []).flatMap((pair) => readArgument(pair, reader) ?? []);
  return { kind: 'say', name: name.value, args, span: reader.spanOf(name) };
}

function readBlock({ path, params, hash, program, inverse }: BlockNode, reader: Reader): TemplateNode | null {
  const helper = path.original;
  if (!isBlockHelper(helper)) {
    const fix = params.length === 0 ? `for a field write {{#if ${helper}}} or {{#each ${helper}}}; ` : '';
    reader.refuse(
      'known-helpers',
      path,
      `unknown helper "${helper}"`,
      fix + nearestOf(helper, 'helpers', blockHelpers),
    );
    return null;
  }
  const [param] = params;
  if (param?.type !== 'PathExpression' || params.length > 1 || hash) {
    reader.refuse('known-syntax', path, `{{#${helper}}} takes one field`, `write {{#${helper} field}}`);
    return null;
  }
  const [body, otherwise] = [readNodes(program, reader), readNodes(inverse, reader)];
  const field = readPath(param, reader);
  return field && { kind: 'block', helper, path: field, params: program?.blockParams ?? [], body, otherwise };
}

function readPartial({ name, params, hash, loc }: PartialNode, reader: Reader): TemplateNode | null {
  const span = reader.spanOf({ loc });
  const [view, ...more] = params;
  if (name.type === 'SubExpression') {
    if (isKind(name) && params.length === 0 && !hash) return { kind: 'kind-partial', span };
    const hint = 'the only computed name is {{> (lookup . "kind")}}';
    reader.refuse('known-syntax', name, 'a partial’s name can’t be computed this way', hint);
    return null;
  }
  if (name.type !== 'PathExpression' || name.data) {
    reader.refuse('known-syntax', name, 'this is not a partial’s name', 'write {{> name}}');
    return null;
  }
  if ((view && view.type !== 'PathExpression') || more.length > 0) {
    reader.refuse('known-syntax', view ?? name, 'a partial takes one view', `write {{> ${name.original} field}}`);
    return null;
  }
  const path = view ? readPath(view, reader) : null;
  if (view && !path) return null;
  const args = (hash?.pairs ?? []).flatMap((pair) => readArgument(pair, reader) ?? []);
  return { kind: 'partial', name: name.original, view: path, args, span };
}

/** `(lookup . "kind")` */
function isKind(expression: SubExpressionNode): boolean {
  const [view, field, ...more] = expression.params;
  return (
    expression.path.original === 'lookup' &&
    view?.type === 'PathExpression' &&
    (view.original === '.' || view.original === 'this') &&
    field?.type === 'StringLiteral' &&
    field.value === 'kind' &&
    more.length === 0 &&
    !expression.hash
  );
}

const isBlockHelper = (name: string): name is BlockHelper => (blockHelpers as readonly string[]).includes(name);

const literals: Readonly<Record<string, 'text' | 'number' | 'flag'>> = {
  StringLiteral: 'text',
  NumberLiteral: 'number',
  BooleanLiteral: 'flag',
};

function readArgument(pair: PairNode, reader: Reader): Argument | null {
  const { key: name, value } = pair;
  const read = value.type === 'PathExpression' ? readPath(value, reader) : literals[value.type];
  if (read) return { name, value: read, span: reader.spanOf(pair) };
  if (read === undefined) {
    reader.refuse('known-syntax', value, `argument "${name}" is not a field or literal`, `write ${name}=field`);
  }
  return null;
}

const dataNames = ['index', 'first', 'last'];

function readPath(path: hbs.AST.PathExpression, reader: Reader): Path | null {
  const { original: text, data: isData, depth: up, parts: names } = path;
  if (isData && (up > 0 || names.length > 1 || !dataNames.includes(names[0] ?? ''))) {
    const hint = 'use @index, @first or @last of the nearest {{#each}}, or name them: {{#each list as |item index|}}';
    reader.refuse('known-syntax', path, `"${text}" is not supported`, hint);
    return null;
  }
  // Handlebars decides in the same way whether a path can be a block parameter.
  const isScoped = /^\.|this\b/.test(text);
  return { text, up, isData, isScoped, names, span: reader.spanOf(path) };
}
