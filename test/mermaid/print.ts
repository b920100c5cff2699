/** From a script to Mermaid, by the packaged templates. */
import { packaged } from 'packaged:templates';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { mermaidView } from '../../src/mermaid/build-view.js';
import type { Script } from '../../src/model/script.js';
import { makeTemplates } from '../../src/template/compiler/engine.js';
import type { Theme } from '../../src/theme/theme.js';
import { themeOf } from '../theme/preset.js';
import { english } from '../builders/english.js';

const templates = makeTemplates(packaged, english);

export interface PrintOptions {
  readonly theme?: Theme;
  readonly target?: string | null;
  readonly coloursTones?: boolean;
  readonly keepsLayout?: boolean;
  readonly report?: (diagnostic: Diagnostic) => void;
}

export function printMermaid(script: Script, options: PrintOptions = {}): string {
  const {
    theme = themeOf('host'),
    target = null,
    coloursTones = false,
    keepsLayout = true,
    report = () => undefined,
  } = options;
  return templates.render('mermaid/diagram', mermaidView(script, { theme, target, coloursTones, keepsLayout, report }));
}
