import { readFileSync, readdirSync } from 'node:fs';
import { pageView } from '../../src/page/page.js';
import type { Flow } from '../../src/model/flow.js';
import { makeTemplates } from '../../src/template/compiler/engine.js';

const folder = new URL('../../templates/page/', import.meta.url);

const templates = makeTemplates(
  Object.fromEntries(readdirSync(folder).map((file) => [`page/${file}`, readFileSync(new URL(file, folder), 'utf8')])),
);

export const diagrams = { mermaid: 'sequenceDiagram\n    C->>AS: POST /token\n', text: 'C ──> AS\n' };

export const printPage = (flow: Flow): string => templates.render('page/page', pageView(flow, diagrams));
