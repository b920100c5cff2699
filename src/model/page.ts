/** The contents of the Markdown page, apart from the diagram. */
import type { Text } from '../source/index.js';
import type { Response } from './http.js';
import type { Exchange } from './step.js';

/**
 * Prose and tables of the Markdown page. Every text is inline Markdown without HTML; blank lines separate paragraphs, other
 * line breaks are spaces.
 */
export interface Page {
  /** The format of the picture that replaces the Mermaid block; null to keep the block. */
  readonly picture: 'svg' | 'png' | null;
  readonly whenToUse: readonly Text[];
  readonly whenNotToUse: readonly Text[];
  readonly prerequisites: readonly Text[];
  /** Requests shown as curl and raw HTTP, each with the responses that the flow gives it. */
  readonly samples: readonly PageSample[];
  /**
   * The requests of one program in Python and Node.js, in order; if empty, there is no program. A value that an earlier response
   * yields is read from that response, if its JSON has a member that is exactly the placeholder.
   */
  readonly code: readonly Exchange[];
  /** In the author's order, between the code samples and the security considerations. */
  readonly sections: readonly PageSection[];
  readonly securityConsiderations: readonly Text[];
  readonly limitations: readonly Text[];
}

export interface PageSample {
  readonly message: Exchange;
  /** The step's id, also where the message is the second one of a redirect. */
  readonly id: string;
  /** The response that makes the browser send the request, where the step is a redirect. */
  readonly redirect: Response | null;
  /** The heading; null: derived from the request (`Token request`, `GET /v1/reports`). */
  readonly title: Text | null;
  readonly requestParameters: readonly PageParameter[];
  readonly responseParameters: readonly PageParameter[];
}

/** What a specification says of one parameter. */
export interface PageParameter {
  readonly name: string;
  readonly level: 'REQUIRED' | 'RECOMMENDED' | 'OPTIONAL';
  readonly description: Text;
  /** `RFC 6749 §4.4.2`; empty where none is given. */
  readonly source: Text;
}

export interface PageSection {
  readonly title: Text;
  /** Shown in this order; empty parts are left out. */
  readonly text: Text;
  readonly bullets: readonly Text[];
  readonly steps: readonly Text[];
  readonly table: PageTable | null;
  readonly code: PageCode | null;
  readonly sections: readonly PageSection[];
}

export interface PageTable {
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
}

/** A fenced block, as written. */
export interface PageCode {
  /** A highlighter's name: `json`, `xml`; may be empty. */
  readonly language: string;
  readonly text: Text;
}
