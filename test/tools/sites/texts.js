/** Flows whose texts look like the syntax of sites, and the texts of any flow. */
import { compileFlow } from '../../../dist/index.js';

export const hostile = {
  'hostile-braces': `id: hostile-braces
title: "Odd {{ title }} <b> & {#id} \\"quoted\\""
summary: "Says {{ 1 + 1 }} and <script>x</script> and {% if x %} {{< y >}} {{% z %}} {# w #} :::"
participants: { A: "Client {{a}}", B: "Server <x>" }
steps:
  - A -> B: "GET /{id}?q={{q}}|x <tag> :::"
  - B --> A: "200 {\\"a\\": 1} *b* _c_ [link](x)"
  - A -> A: "{{ macro() }} {% raw %} {% endraw %} $\${x} {{'a' | upcase}}"
page:
  limitations: ["Use \`{{ code }}\` and \`{x}\`", "&#123;&#123; 2 + 2 }}"]
`,
  'hostile-marks': `id: hostile-marks
title: "Of {version} -> x ... (C) and ++a++ <1>"
summary: "From {version} -> x ... (C) (R) (TM), {: .note } ^sup^ ~sub~ ==m== ~~s~~ H~2~O $a$ $$b$$ :smile: @user #1 __u__ [^1]"
participants: { A: "App {name} (C)", B: "B' s -- [x] !" }
steps:
  - A -> B: "a -> b => c <- d <= e ... (R) -- f <1>"
  - B --> A: "||x|| 'q' ''r'' +y+ ++z++ <<ref,t>> image:a[b] link:c[d] xref:e[]"
  - A -> B: "[[id]] (((term))) pass:[<b>] stem:[x] kbd:[A] {empty} {cpp} {set:a:b}"
  - A -> A: "= not a heading"
  - A -> A: "!!! note"
  - A -> A: "* [ ] not a task |=== // no comment"
page:
  limitations: ["1. {name} -> ... (C)", "+ not {a} list", "https://example.com/{id}?a=b_c_d (C)"]
`,
};

/** Participants and messages of a flow, each in one line, and the summary if the page is `isWhole`. */
export function flowTexts(text, readFile, isWhole) {
  const { flow } = compileFlow(
    { path: 'flows/flow.yaml', text },
    { readSource: (path) => ({ path, text: readFile(path) }) },
  );
  const messages = (steps) =>
    steps.flatMap((step) =>
      step.kind === 'message'
        ? [step.text.plain]
        : [...messages(step.steps ?? []), ...(step.branches ?? []).flatMap((branch) => messages(branch.steps))],
    );
  // Tables have names without emoji.
  const labels = flow.participants.map(({ label }) => label.plain.replace(/\p{RGI_Emoji}/gv, ''));
  const texts = (isWhole ? [flow.summary.plain] : []).concat(labels, messages(flow.steps));
  return texts.map(inOneLine).filter((one) => one !== '');
}

export const inOneLine = (text) => text.replace(/\s+/g, ' ').trim();
