/** Derives a message's text from its data, where the author wrote none. */
import { reasonPhrase } from '../model/index.js';
import type { Request, Response, Say } from '../model/index.js';
import { emptyText, joinText, sliceText, textOf } from '../source/index.js';
import type { Text } from '../source/index.js';
import { absoluteUrl } from './assemble-http.js';

/** The request line, or the status line. */
export function describeData(request: Request | null, response: Response | null): Text {
  if (request) return request.path === '' ? textOf(request.method) : joinText(`${request.method} `, pathText(request));
  const status = response?.status ?? null;
  return status === null ? emptyText : textOf(`${status} ${reasonPhrase(status)}`.trimEnd());
}

/** The request that a redirect causes: `GET /cb (code, state)`, or `Open com.example.app:/cb (code, state)`. */
export function describeCausedRequest(request: Request, say: Say): Text {
  const { method, url, query, form } = request;
  const isHttp = url === null || !absoluteUrl.test(url.plain) || /^https?:/i.test(url.plain);
  const names = [...query, ...form].map((field) => field.name);
  const address = joinText(pathText(request), names.length > 0 ? ` (${briefly(names)})` : '');
  if (isHttp) return joinText(`${method} `, address);
  const [before = '', after = ''] = say('open-address', { address: hole }).split(hole);
  return joinText(before, address, after);
}

/** Stands for a text with variables in a sentence. No flow file can contain it. */
const hole = '\uffff';

/** How many characters of parameter names an arrow shows; the page lists them all. */
const roomForNames = 40;

function briefly(names: readonly string[]): string {
  const whole = names.join(', ');
  if (whole.length <= roomForNames) return whole;
  const fitting = names.filter((_, index) => names.slice(0, index + 1).join(', ').length <= roomForNames);
  return [...fitting, '…'].join(', ');
}

/** The path with its variables, cut from the URL where it contains the same text. */
function pathText({ url, path }: Request): Text {
  const at = url?.plain.lastIndexOf(path) ?? -1;
  return url && at !== -1 ? sliceText(url, at, at + path.length) : textOf(path);
}
