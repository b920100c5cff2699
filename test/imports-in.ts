/** What a source file imports. */
import ts from 'typescript';

export interface Import {
  /** As written. */
  readonly written: string;
  readonly isType: boolean;
  readonly isDynamic: boolean;
  /** Those in braces, as their file calls them. */
  readonly names: readonly string[];
}

export function importsIn(node: ts.Node): readonly Import[] {
  const specifier = (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier;
  if (specifier && ts.isStringLiteral(specifier)) {
    const isType = ts.isImportDeclaration(node)
      ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : node.isTypeOnly;
    return [{ written: specifier.text, isType, isDynamic: false, names: namesIn(node) }];
  }
  const inside: Import[] = [];
  ts.forEachChild(node, (child) => void inside.push(...importsIn(child)));
  const argument = ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal : null;
  if (argument && ts.isStringLiteral(argument)) {
    inside.push({ written: argument.text, isType: true, isDynamic: false, names: [] });
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [first] = node.arguments;
    if (first && ts.isStringLiteral(first)) {
      inside.push({ written: first.text, isType: false, isDynamic: true, names: [] });
    }
  }
  return inside;
}

function namesIn(node: ts.ImportDeclaration | ts.ExportDeclaration): readonly string[] {
  const braces = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  if (!braces || !('elements' in braces)) return [];
  return braces.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name, propertyName }) => (propertyName ?? name).text);
}
