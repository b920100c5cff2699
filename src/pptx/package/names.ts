/** The names of Open XML: content types, kinds of relationships, namespaces. */

const presentationml = 'application/vnd.openxmlformats-officedocument.presentationml.';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

export const contentTypes = {
  presentation: `${presentationml}presentation.main+xml`,
  template: `${presentationml}template.main+xml`,
  show: `${presentationml}slideshow.main+xml`,
  slide: `${presentationml}slide+xml`,
  master: `${presentationml}slideMaster+xml`,
  layout: `${presentationml}slideLayout+xml`,
  notesSlide: `${presentationml}notesSlide+xml`,
  notesMaster: `${presentationml}notesMaster+xml`,
  tableStyles: `${presentationml}tableStyles+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
  app: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
} as const;

export const relationTypes = {
  presentation: `${office}officeDocument`,
  slide: `${office}slide`,
  master: `${office}slideMaster`,
  layout: `${office}slideLayout`,
  notesSlide: `${office}notesSlide`,
  notesMaster: `${office}notesMaster`,
  tableStyles: `${office}tableStyles`,
  theme: `${office}theme`,
  hyperlink: `${office}hyperlink`,
  app: `${office}extended-properties`,
  core: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
} as const;

/** Of every part of slides. */
export const namespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;
