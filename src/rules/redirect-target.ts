import type { Report } from '../source/index.js';
import { allScalars, allSteps } from '../syntax/index.js';
import type { Scalar, Step } from '../syntax/index.js';
import type { Rule } from './rule.js';

/** A redirect gives its target exactly once. */
export const redirectTarget: Rule = {
  code: 'redirect-target',
  check({ steps }, report) {
    for (const step of allSteps(steps ?? [])) {
      if (!('from' in step)) continue;
      if (step.redirect) reportSaidTwice(step, report);
      else if (step.via) reportAimless(step.via, report);
    }
  },
};

function reportAimless(via: Scalar, report: Report): void {
  report({
    code: redirectTarget.code,
    severity: 'error',
    message: `the redirect through ${JSON.stringify(via.value)} has no target`,
    span: via.span,
    hint: 'add "redirect: { to: https://…, query: { … } }"',
  });
}

function reportUnsaid({ span }: Scalar, report: Report): void {
  report({
    code: redirectTarget.code,
    severity: 'error',
    message: 'a redirect drawn as one message has no second one that "text" could belong to',
    span,
    hint: 'name the browser that it passes through: "AS --> B -> C"',
  });
}

/** Reports keys that repeat what "redirect" already gives. */
function reportSaidTwice({ via, redirect, request, response }: Extract<Step, { from: Scalar }>, report: Report): void {
  const twice = {
    location: response?.location,
    params: response?.params,
    method: via && request?.method,
    url: via && request?.url,
    query: via && request?.query,
    form: via && request?.form,
    json: via && request?.json,
  };
  for (const [key, value] of Object.entries(twice)) {
    const [scalar] = allScalars(value);
    if (!value) continue;
    report({
      code: redirectTarget.code,
      severity: 'error',
      message: `${JSON.stringify(key)} repeats what "redirect" already gives`,
      span: (scalar ?? redirect?.to)?.span,
      hint: 'keep it in "redirect"; only headers may be given beside it',
    });
  }
  if (redirect?.text && !via) reportUnsaid(redirect.text, report);
  if (!redirect?.query || !redirect.fragment) return;
  report({
    code: redirectTarget.code,
    severity: 'error',
    message: 'a redirect has its parameters either in the query or in the fragment',
    span: redirect.to.span,
    hint: 'keep one of "query" and "fragment", or write the query into "to"',
  });
}
