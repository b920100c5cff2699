/** Trust zones that every theme knows; a preset or the configuration may give them other colours, or add some. */
import type { Zones } from './preset.js';

export const defaultZones: Zones = {
  user: { light: '#dbeafe', dark: '#1e3a5f' },
  client: { light: '#ede9fe', dark: '#3b2f63' },
  server: { light: '#d1fae5', dark: '#143d31' },
  'third-party': { light: '#fef3c7', dark: '#4a3712' },
  untrusted: { light: '#fee2e2', dark: '#541f1f' },
};
