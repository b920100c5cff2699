/** The flow file that `init` writes: the usual constructs, each with a short comment. `schema`: its first line, or ''. */
export function starterFlow(id: string, schema: string): string {
  return `${schema}# authflow render turns this file into Mermaid, a text diagram, a page and pictures.
id: ${id} # names the files in out/
title: Sign in with a one-time code
summary: A user proves control of an e-mail address and gets a session.
# specs: [RFC 6749 §4.1] # the standards that the flow follows: printed on its page

# Values that readers replace. A value is shown, and --set host=… overrides it; without a value the diagram
# shows \${CODE}, and code samples read it from the environment.
variables:
  CODE: Six digits, valid once and for ten minutes
  host:
    value: login.example.com
    description: Where the authorization server runs

# Diagrams mark what passes through the browser with •, and explain the mark.
channels: legend

boxes:
  server-side: Operated by us

# From left to right. The kind is the role in the protocol.
participants:
  U: { label: User, kind: user }
  B: { label: Browser, kind: browser }
  AS:
    label: Authorization server
    kind: authorization-server
    url: "https://\${host}"
    box: server-side
  M: { label: Mail server, box: server-side }

steps:
  - U -> B: Open the sign-in page
  - B -> AS: POST /sign-in # -> is a request or an action, --> a reply
    id: sign-in # other flows and lint rules refer to the step by it
    request: # shown in diagrams, page and code samples
      form: { email: ada@example.com }
  - AS -> AS: Create a code
    note: Only its hash is stored # a note right after the message
  - AS -> M: Mail \${CODE}
  - AS --> B: 200 code form
  - U -> B: Type the code
  - B -> AS: POST /code
    request:
      form: { code: "\${CODE}" }
  - alt: # also: opt, loop, par, critical, break
      code is right:
        - AS --> B: 303 to /home
      code is wrong or too old:
        - AS --> B: 400 try again
  - note: A code is good for one attempt
    over: [B, AS]
`;
}
