/** Builds the views of requests and responses for their notes. */
import type { DrawnNames, Field, Request, Response } from '../model/index.js';
import { ellipsis, isDrawn } from './drawn.js';
import { printJson } from './json.js';
import type { WordsView } from './words-view.js';

/** `only`: what is shown; the rest is an ellipsis. */
export function requestView(
  { method, path, query, headers, form, json }: Request,
  only: DrawnNames = null,
): WordsView<'request'> {
  const shown = [query, headers, form].map((fields) => fields.filter((field) => isDrawn(field.name, only)));
  const [drawnQuery = [], drawnHeaders = [], drawnForm = []] = shown;
  return {
    method,
    path,
    query: drawnQuery.flatMap(fieldViews),
    headers: drawnHeaders.flatMap(fieldViews),
    form: drawnForm.flatMap(fieldViews),
    rest: restOf([query, headers, form], shown),
    json: json ? printJson(json, only) : '',
  };
}

/** `only`: what is shown; the rest is an ellipsis. */
export function responseView(
  { status, headers, location, params, json }: Response,
  only: DrawnNames = null,
): WordsView<'response'> {
  const shown = [headers, params].map((fields) => fields.filter((field) => isDrawn(field.name, only)));
  const [drawnHeaders = [], drawnParams = []] = shown;
  const drawnLocation = location && isDrawn('Location', only) ? location.plain : '';
  const hasLess = location !== null && drawnLocation === '';
  return {
    status: status === null ? '' : String(status),
    headers: drawnHeaders.flatMap(fieldViews),
    location: drawnLocation,
    params: drawnParams.flatMap(fieldViews),
    rest: hasLess ? ellipsis : restOf([headers, params], shown),
    json: json ? printJson(json, only) : '',
    hasContent: headers.length > 0 || location !== null || params.length > 0 || json !== null,
  };
}

type Fields = readonly (readonly Field[])[];

const restOf = (all: Fields, shown: Fields): string => (all.flat().length > shown.flat().length ? ellipsis : '');

/** A repeated parameter gets one line per value. */
const fieldViews = ({ name, values }: Field): WordsView<'field'>[] =>
  values.map((value) => ({ name, value: value.plain }));
