export function lintRuleList(): string;
