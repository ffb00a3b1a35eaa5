/** Units: the smallest pieces of a document that can be asked, cited or obliged. Offsets are UTF-16 units of the rendition's text. */
export { buildUnits, type Unit, type UnitKind } from "./build-units";
export { type Span, splitSentences } from "./split-sentences";
