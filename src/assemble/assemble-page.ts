import { causedRequest, isExchange, messagesOf } from '../model/index.js';
import type { Exchange, Message, Page, PageParameter, PageSample, PageSection, Step } from '../model/index.js';
import type { FlowShape } from '../syntax/index.js';
import type { Fill } from './assemble-base.js';

type PageShape = NonNullable<FlowShape['page']>;
type SectionShape = NonNullable<PageShape['sections']>[number];
type ParametersShape = NonNullable<NonNullable<PageShape['samples']>[number]['parameters']>;

/** Samples name steps of the flow by id. */
export function assemblePage(page: PageShape, steps: readonly Step[], fill: Fill): Page {
  const messages = [...messagesOf(steps)];
  const named = (id: string): readonly Exchange[] => messages.filter((message) => message.id === id).filter(isExchange);
  return {
    picture: page.picture?.value ?? null,
    whenToUse: (page.whenToUse ?? []).map(fill),
    whenNotToUse: (page.whenNotToUse ?? []).map(fill),
    prerequisites: (page.prerequisites ?? []).map(fill),
    samples: (page.samples ?? []).flatMap(({ step, title, parameters, responseParameters }) =>
      requestsOf(step.value, messages).map((request) => ({
        ...request,
        title: title ? fill(title) : null,
        requestParameters: assembleParameters(parameters ?? [], fill),
        responseParameters: assembleParameters(responseParameters ?? [], fill),
      })),
    ),
    code: (page.code ?? []).flatMap((step) => named(step.value)),
    sections: (page.sections ?? []).map((section) => assembleSection(section, fill)),
    securityConsiderations: (page.securityConsiderations ?? []).map(fill),
    limitations: (page.limitations ?? []).map(fill),
  };
}

/** For a redirect, the request that it causes. */
function requestsOf(
  id: string,
  messages: readonly Message[],
): readonly Pick<PageSample, 'message' | 'id' | 'redirect'>[] {
  return messages.flatMap((message) => {
    if (message.id !== id) return [];
    if (isExchange(message)) return [{ message, id, redirect: null }];
    const caused = causedRequest(message, messages);
    return caused ? [{ message: caused, id, redirect: message.response }] : [];
  });
}

function assembleParameters(parameters: ParametersShape, fill: Fill): readonly PageParameter[] {
  return parameters.map(({ key, value }) => ({
    name: key.value,
    level: value.level?.value ?? 'OPTIONAL',
    description: fill(value.description),
    source: fill(value.source),
  }));
}

function assembleSection(section: SectionShape, fill: Fill): PageSection {
  const { table, code } = section;
  return {
    title: fill(section.title),
    text: fill(section.text),
    bullets: (section.bullets ?? []).map(fill),
    steps: (section.steps ?? []).map(fill),
    table: table ? { columns: table.columns.map(fill), rows: table.rows.map((row) => row.map(fill)) } : null,
    code: code ? { language: code.language?.value ?? '', text: fill(code.text) } : null,
    sections: (section.sections ?? []).map((inner) => assembleSection(inner, fill)),
  };
}
