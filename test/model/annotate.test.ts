import { describe, expect, it } from 'vitest';
import { annotateFlow } from '../../src/model/annotate.js';
import { findExcerpt } from '../../src/model/excerpt.js';
import { flowOf, withSteps } from '../compile.js';
import type { Step } from '../../src/model/step.js';
import { renderFlow } from '../../src/render.js';
import { english } from '../builders/english.js';

const flow = flowOf(
  withSteps(`
  - C -> AS: POST /token
    threats: [{ title: The code is stolen, stride: S, mitigation: PKCE binds it, source: RFC 7636 §1 }]
  - alt:
      good: [ { AS --> C: 200 } ]
      bad: [ { AS --> C: 400, threats: [Errors tell too much] } ]
`),
);

const notesOf = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step) => {
    if (step.kind === 'fragment') return step.branches.flatMap((branch) => notesOf(branch.steps));
    const notes = step.kind === 'message' ? step.notes : [];
    return notes.map(({ body }) => ('text' in body ? body.text.plain : ''));
  });

const remark = {
  flow: 'flow',
  rule: 'SEC006',
  severity: 'error',
  message: 'no PKCE',
  fix: 'add it',
  source: { name: '', url: '' },
};

describe('notes for a review', () => {
  it('are none where nobody asks for them', () => expect(annotateFlow(flow, {}, english.say)).toBe(flow));

  it('tell the threats of each step, and what is done about them', () => {
    expect(notesOf(annotateFlow(flow, { threats: true }, english.say).steps)).toEqual([
      'Threat (S): The code is\nstolen\nMitigation: PKCE binds\nit\nRFC 7636 §1',
      'Threat: Errors tell too\nmuch',
    ]);
  });

  it('tell what was found at a step', () => {
    const [first] = flow.steps;
    const remarks = first
      ? [
          { ...remark, at: first.span },
          { ...remark, flow: 'other', at: first.span },
        ]
      : [];
    expect(notesOf(annotateFlow(flow, { remarks }, english.say).steps)).toEqual(['SEC006 (error): no PKCE']);
  });

  it('stand in both diagrams', () => {
    const { artifacts } = renderFlow(flow, { formats: ['mermaid', 'text'], annotations: { threats: true } });
    expect(artifacts[0]?.content).toContain(
      'Note over C,AS_: Threat (S): The code is<br/>stolen<br/>Mitigation: PKCE binds<br/>it',
    );
    expect(artifacts[1]?.content).toContain('Threat (S): The');
  });

  it('stand in an excerpt, too', () => {
    const excerpt = findExcerpt(flow, 'message-400') ?? undefined;
    expect(excerpt).toBeDefined();
    const options = { formats: ['mermaid'], annotations: { threats: true }, ...(excerpt && { excerpt }) } as const;
    const [mermaid] = renderFlow(flow, options).artifacts;
    expect(mermaid?.content).toContain('AS_-->>C: 400');
    expect(mermaid?.content).toContain('Threat: Errors');
    expect(mermaid?.content).not.toContain('C->>AS_: POST /token');
  });
});
