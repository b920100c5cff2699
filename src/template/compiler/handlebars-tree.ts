/** Declares Handlebars' syntax tree as unions. Its own types distinguish neither statements nor expressions. */

export type Place = Pick<hbs.AST.Node, 'loc'>;

export interface ProgramNode extends Place {
  readonly body: readonly StatementNode[];
  readonly blockParams?: readonly string[];
}

export type StatementNode =
  | hbs.AST.ContentStatement
  | hbs.AST.CommentStatement
  | MustacheNode
  | BlockNode
  | PartialNode
  | (Place & { readonly type: 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock' });

interface CallNode extends Place {
  readonly params: readonly ExpressionNode[];
  readonly hash?: { readonly pairs: readonly PairNode[] };
}

export interface MustacheNode extends CallNode {
  readonly type: 'MustacheStatement';
  readonly path: ExpressionNode;
}

export interface BlockNode extends CallNode {
  readonly type: 'BlockStatement';
  readonly path: hbs.AST.PathExpression;
  /** Missing if the block has no such part. */
  readonly program?: ProgramNode;
  readonly inverse?: ProgramNode;
}

export interface PartialNode extends CallNode {
  readonly type: 'PartialStatement';
  readonly name: ExpressionNode;
}

export interface PairNode extends Place {
  readonly key: string;
  readonly value: ExpressionNode;
}

export interface SubExpressionNode extends CallNode {
  readonly type: 'SubExpression';
  readonly path: hbs.AST.PathExpression;
}

type ExpressionNode =
  | hbs.AST.PathExpression
  | SubExpressionNode
  | hbs.AST.StringLiteral
  | hbs.AST.NumberLiteral
  | hbs.AST.BooleanLiteral
  | (Place & { readonly type: 'UndefinedLiteral' | 'NullLiteral' });
