/** Builds the views of requests and responses for their notes. */
import type { Field, Request, Response } from '../model/index.js';
import { everything, isDrawn } from './drawn.js';
import type { Choice } from './drawn.js';
import { printJson } from './json.js';
import type { WordsView } from './words-view.js';

export function requestView(
  { method, path, query, headers, form, json }: Request,
  choice: Choice = everything,
): WordsView<'request'> {
  const shown = [query, headers, form].map((fields) => fields.filter((field) => isDrawn(field.name, choice)));
  const [drawnQuery = [], drawnHeaders = [], drawnForm = []] = shown;
  return {
    method,
    path,
    query: drawnQuery.flatMap(fieldViews),
    headers: drawnHeaders.flatMap(fieldViews),
    form: drawnForm.flatMap(fieldViews),
    rest: restOf([query, headers, form], shown, choice),
    json: json ? printJson(json, choice) : '',
  };
}

export function responseView(
  { status, headers, location, params, json }: Response,
  choice: Choice = everything,
): WordsView<'response'> {
  const shown = [headers, params].map((fields) => fields.filter((field) => isDrawn(field.name, choice)));
  const [drawnHeaders = [], drawnParams = []] = shown;
  const drawnLocation = location && isDrawn('Location', choice) ? location.plain : '';
  const hasLess = location !== null && drawnLocation === '';
  return {
    status: status === null ? '' : String(status),
    headers: drawnHeaders.flatMap(fieldViews),
    location: drawnLocation,
    params: drawnParams.flatMap(fieldViews),
    rest: hasLess ? choice.ellipsis : restOf([headers, params], shown, choice),
    json: json ? printJson(json, choice) : '',
    hasContent: headers.length > 0 || location !== null || params.length > 0 || json !== null,
  };
}

type Fields = readonly (readonly Field[])[];

const restOf = (all: Fields, shown: Fields, { ellipsis }: Choice): string =>
  all.flat().length > shown.flat().length ? ellipsis : '';

/** A repeated parameter gets one line per value. */
const fieldViews = ({ name, values }: Field): WordsView<'field'>[] =>
  values.map((value) => ({ name, value: value.plain }));
