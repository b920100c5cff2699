export { attributeOf, childOf, childrenOf, descendantsOf, localName, parseXml, printXml } from './read.js';
export type { XmlElement, XmlNode } from './read.js';
export { el, legal, text, xmlFile } from './write.js';
export type { Attributes } from './write.js';
