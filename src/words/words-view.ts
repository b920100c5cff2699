/** The views that templates/words/ receives, and their shapes. */
import { flag, many, number, text, texts } from '../model/index.js';
import type { ViewOf, ViewShapes } from '../model/index.js';

export const wordsShapes = {
  folder: 'words',
  types: {
    heading: { title: text('The title. Like every text here it may have several lines.') },
    description: {
      summary: text("The flow's summary; empty where there is none."),
      participants: texts('Their labels, each in one line.'),
      list: text('The same, as one text.'),
      messages: number('How many messages are drawn.'),
      first: text("The first message's text, in one line."),
      last: text("The last message's text, in one line; empty if it is the first too."),
    },
    participant: {
      label: text('The label; in the text diagram the one that `ascii` gives.'),
      kind: text('`user`, `browser`, `authorization-server` …'),
    },
    box: {
      title: text('The title; may be empty.'),
      zone: text('The name of its trust zone; empty where there is none.'),
    },
    message: {
      number: text('The number, if it is written before the text; otherwise empty.'),
      leg: text('The number as a leg, in letters or digits, in the text diagram’s style `rfc`; otherwise empty.'),
      mark: text(
        'The mark of a redirect or of the front channel, then that of a tone; empty where there is nothing to distinguish.',
      ),
      text: text(
        'The text; in the text diagram the one that `ascii` gives. Its further lines are indented to its mark, or to its start.',
      ),
      from: text("The sender's label, in one line."),
      to: text("The receiver's label, in one line."),
      channel: text('`front`, `back` or `local`.'),
      isRedirect: flag('One of the two messages of a redirect through the browser.'),
      isReply: flag('It answers an earlier message.'),
    },
    legend: {
      front: text('The mark of messages through the front channel; empty where none is marked.'),
      redirect: text('The mark of redirects; empty where there is none.'),
      tones: many('tone', 'The tones of the flow.'),
    },
    tone: {
      tone: text('`danger`, `success`, `muted` or `accent`.'),
      mark: text('Its mark.'),
    },
    zone: {
      zone: text('The title of a trust zone, or its name, for the legend.'),
      participants: texts('The labels of its participants, each in one line.'),
      list: text('The same, as one text.'),
    },
    note: { text: text('The text; in the text diagram the one that `ascii` gives.') },
    request: {
      method: text('`GET`, `POST` …'),
      path: text('The path of the URL; empty where there is no URL.'),
      query: many('field', 'Parameters of the URL.'),
      headers: many('field', 'Header fields.'),
      form: many('field', 'Parameters of the body.'),
      rest: text('`…` where the note leaves some of these out; otherwise empty.'),
      json: text('The JSON body, in lines; empty where there is none.'),
    },
    response: {
      status: text('`200`; empty where it is not known.'),
      headers: many('field', 'Header fields.'),
      location: text('The target of a redirect, without its parameters; empty where there is none.'),
      params: many('field', 'Parameters of the location.'),
      rest: text('`…` where the note leaves some of these out; otherwise empty.'),
      json: text('The JSON body, in lines; empty where there is none.'),
      hasContent: flag('There is more than the status.'),
    },
    field: {
      name: text('The name.'),
      value: text('The value.'),
    },
    phase: { title: text('The title of a phase.') },
    delay: { text: text('How much time passes; in the text diagram the text that `ascii` gives.') },
    ref: {
      flow: text('The id of the flow that happens here.'),
      text: text('Its title, or the author’s text; in the text diagram the one that `ascii` gives.'),
    },
    branch: {
      fragment: text(
        'The fragment that it is a branch of: `alt`, `opt`, `loop`, `par`, `critical`, `break` or `group`.',
      ),
      label: text('The label; may be empty.'),
      interval: text("A polling loop's interval in seconds; empty where there is none."),
    },
  },
} satisfies ViewShapes;

/** The elements that have words of their own: one template each. */
export type Element = keyof typeof wordsShapes.types;

export type WordsView<Name extends Element> = ViewOf<typeof wordsShapes, Name>;
