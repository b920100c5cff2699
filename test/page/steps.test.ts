import { expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { renderFlow } from '../../src/render.js';

function stepsOf(steps: string): string | undefined {
  const text = `id: a\ntitle: A\nparticipants: { C: "Client | 🖥️", S: Server }\nsteps:\n${steps}`;
  const { flow } = compileFlow({ path: 'a.yaml', text });
  return flow ? renderFlow(flow, { formats: ['steps'] }).artifacts[0]?.content : undefined;
}

it('lists messages, and says in which case they are sent', () => {
  const steps = `
  - from: C
    to: S
    text: "*GET* |x"
  - note: Not listed
    over: C
  - loop: every 5 s
    steps:
      - alt:
          granted: [ S --> C: 200 ]
          slow down:
            - opt: verbose
              steps: [ S --> C: 400 ]
`;
  expect(stepsOf(steps)).toBe(`| Step | From      | To        | Message     | When                                |
| ---- | --------- | --------- | ----------- | ----------------------------------- |
| 1    | Client \\| | Server    | \\*GET\\* \\|x |                                     |
| 2    | Server    | Client \\| | 200         | loop: every 5 s, granted            |
| 3    | Server    | Client \\| | 400         | loop: every 5 s, slow down, verbose |
`);
});

it('has no column for cases where there are none', () => {
  expect(stepsOf('  - C -> S: Hello\n')).toBe(
    `| Step | From      | To     | Message |
| ---- | --------- | ------ | ------- |
| 1    | Client \\| | Server | Hello   |
`,
  );
});
