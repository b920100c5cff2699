/** Builds the views of requests and responses for their notes. */
import type { Field, Request, Response } from '../model/index.js';
import { printJson } from './json.js';
import type { WordsView } from './words-view.js';

export function requestView({ method, path, query, headers, form, json }: Request): WordsView<'request'> {
  return {
    method,
    path,
    query: query.flatMap(fieldViews),
    headers: headers.flatMap(fieldViews),
    form: form.flatMap(fieldViews),
    json: json ? printJson(json) : '',
  };
}

export function responseView({ status, headers, location, params, json }: Response): WordsView<'response'> {
  return {
    status: status === null ? '' : String(status),
    headers: headers.flatMap(fieldViews),
    location: location?.plain ?? '',
    params: params.flatMap(fieldViews),
    json: json ? printJson(json) : '',
    hasContent: headers.length > 0 || location !== null || params.length > 0 || json !== null,
  };
}

/** A repeated parameter gets one line per value. */
const fieldViews = ({ name, values }: Field): WordsView<'field'>[] =>
  values.map((value) => ({ name, value: value.plain }));
