/** Checks a template's tree against the view that it receives. */
import type { Report } from '../../source/index.js';
import { checkKindPartial, checkPartial } from './check-call.js';
import type { Call } from './check-call.js';
import { checkSay } from './check-say.js';
import type { KnownWords } from './check-say.js';
import type { BlockHelper } from './engine.js';
import { anyValue, enter, isObject, nameOf, resolvePath } from './scope.js';
import type { Known, Scope, Value } from './scope.js';
import type { Block, Path, Print, TemplateNode } from './syntax.js';

interface Check {
  readonly report: Report;
  /** The names of the folder's templates. */
  readonly partials: readonly string[];
  readonly words: KnownWords;
}

/** Returns the calls of partials, each with the types that it passes. */
export function checkNodes(nodes: readonly TemplateNode[], scope: Scope, check: Check): readonly Call[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case 'print':
        checkPrint(node, scope, check.report);
        return [];
      case 'say':
        checkSay(node, check.words, scope, check.report);
        return [];
      case 'block':
        return checkBlock(node, scope, check);
      case 'partial':
        return checkPartial(node, check.partials, scope, check.report) ?? [];
      case 'kind-partial':
        return checkKindPartial(node, check.partials, scope, check.report);
    }
  });
}

function checkPrint({ path }: Print, scope: Scope, report: Report): void {
  const { type } = resolvePath(path, scope, report);
  if (type.kind === 'list') refuse(path, type, 'which can’t be printed', `write {{#each ${path.text}}}`, report);
  if (isObject(type)) refuse(path, type, 'which can’t be printed', 'print its fields, or call a partial', report);
}

/** The right block helper for each kind of value, for the hint when a template uses another one. */
const fitting: Record<Known['kind'], BlockHelper> = {
  text: 'if',
  flag: 'if',
  number: 'if',
  list: 'each',
  ref: 'with',
  union: 'with',
  extended: 'with',
};

function refuse({ text, span }: Path, type: Known, problem: string, hint: string, report: Report): void {
  report({ code: 'field-types', severity: 'error', message: `"${text}" is ${nameOf(type)}, ${problem}`, span, hint });
}

function refuseBlock({ helper, path }: Block, type: Known, needs: string, report: Report): void {
  const hint = `write {{#${fitting[type.kind]} ${path.text}}}`;
  refuse(path, type, `and {{#${helper}}} needs ${needs}`, hint, report);
}

function checkBlock(block: Block, scope: Scope, check: Check): readonly Call[] {
  const body = bodyScopes[block.helper](block, scope, check.report);
  return [...checkNodes(block.body, body, check), ...checkNodes(block.otherwise, scope, check)];
}

const bodyScopes: Record<BlockHelper, (block: Block, scope: Scope, report: Report) => Scope> = {
  if: checkCondition,
  unless: checkCondition,
  each: (block, scope, report) => {
    const { type } = resolvePath(block.path, scope, report);
    if (type.kind !== 'list' && type.kind !== 'any') refuseBlock(block, type, 'a list', report);
    const item: Value = type.kind === 'list' ? { type: type.of, isPart: true } : anyValue;
    const params = nameParams(block, [item, { type: { kind: 'number' }, isPart: true }], report);
    return enter(scope, item, params, true);
  },
  with: (block, scope, report) => {
    const value = resolvePath(block.path, scope, report);
    const { type } = value;
    const isUsable = isObject(type) || type.kind === 'any';
    if (!isUsable) refuseBlock(block, type, 'an object', report);
    const view = isUsable ? value : anyValue;
    return enter(scope, view, nameParams(block, [view], report), scope.isLoop);
  },
};

function checkCondition(block: Block, scope: Scope, report: Report): Scope {
  resolvePath(block.path, scope, report);
  nameParams(block, [], report);
  return scope;
}

/** The block parameters, each with its value. */
function nameParams({ helper, path, params }: Block, values: readonly Value[], report: Report): [string, Value][] {
  if (params.length > values.length) {
    const message = `{{#${helper}}} has ${values.length} block parameters, not ${params.length}`;
    report({ code: 'known-syntax', severity: 'error', message, span: path.span, hint: 'remove the others' });
  }
  return params.map((name, index) => [name, values[index] ?? anyValue]);
}
