/** Reads XML as it is found: broken, wrongly declared, hostile. */
export { decodeEntities } from "./decode-entities";
export { decodeXml } from "./decode-xml";
export { namespaceOf } from "./namespaces";
export { readXml, type XmlDocument } from "./read-xml";
export { attributeOf, childrenOf, descendantsOf, markupOf, textOf, type XmlNode } from "./xml-node";
