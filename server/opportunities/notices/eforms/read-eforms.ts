import { childrenOf, readXml, type XmlNode } from "@/server/crawling/xml";
import type { NoticeReading } from "../notice-facts";
import { checkNotice } from "./check-notice";
import { compareWithChanged } from "./compare-with-changed";
import { eformsFacts } from "./eforms-facts";
import { isInList } from "./eforms-rules";
import { NoticeDocument } from "./notice-document";

const rootNames =
  /^(?:contractnotice|priorinformationnotice|contractawardnotice|businessregistrationinformationnotice)$/;

/** Which type of notice goes with which subtype. */
const subtypesOf: Record<string, RegExp> = {
  "pin-buyer": /^[123]$/,
  "pin-only": /^(?:[456]|E2)$/,
  "pin-rtl": /^[789]$/,
  "pin-cfc-standard": /^(?:1[01]|CEI)$/,
  "pin-cfc-social": /^1[234]$/,
  "qu-sy": /^15$/,
  "cn-standard": /^(?:1[6789]|E3)$/,
  "cn-social": /^(?:2[01]|E3)$/,
  subco: /^22$/,
  "cn-desg": /^(?:2[34]|E3)$/,
  veat: /^2[5678]$/,
  "can-standard": /^(?:29|3[012]|E4)$/,
  "can-social": /^(?:3[345]|E4)$/,
  "can-desg": /^(?:3[67]|E4)$/,
  "can-modif": /^(?:3[89]|40|E6)$/,
  pmc: /^E1$/,
  compl: /^E5$/,
};

/**
 * Notices of the European Union's eForms (UBL), one document each; given several, corrections are compared with what they correct. A
 * notice that breaks the standard's rules is refused whole, with everything that is wrong with it.
 */
export function readEforms(input: string | readonly string[]): NoticeReading {
  const reading: NoticeReading = { notices: [], refused: [] };
  const read = (typeof input === "string" ? [input] : input).map((xml) => readOne(xml));
  const byKey = new Map(read.flatMap((one) => (one.document ? [[keyOf(one.document), one.document]] : [])));
  for (const { document, problems } of read) {
    const changed = document ? byKey.get(changedKey(document) ?? "") : undefined;
    const wrong = document && changed ? [...problems, ...compareWithChanged(document.root, changed.root)] : problems;
    if (!document || wrong.length > 0) {
      reading.refused.push({ key: document ? keyOf(document) : null, reason: inWords(wrong) });
      continue;
    }
    reading.notices.push(eformsFacts(document));
  }
  reading.notices.sort((one, other) => (one.publishedAt ?? "").localeCompare(other.publishedAt ?? ""));
  return reading;
}

function readOne(xml: string): { document: NoticeDocument | null; problems: string[] } {
  const { root: above, isCut } = readXml(xml, "");
  const root = childrenOf(above).find(({ name }) => rootNames.test(name));
  if (!root)
    return { document: null, problems: ["It is no eForms notice: its root element is none of the standard's."] };
  if (isCut) return { document: null, problems: ["It nests deeper or is longer than a notice can be."] };
  if (!isClosed(xml, root)) return { document: null, problems: ["It is broken off: its root element is not closed."] };
  const document = new NoticeDocument(root);
  const subtype = document.value(root, "~/efac:NoticeSubType/cbc:SubTypeCode");
  if (!subtype || !isInList("notice-subtype", subtype)) {
    const reason = subtype ? `"${subtype}" is no notice subtype.` : "It does not say its notice subtype.";
    return { document, problems: [reason] };
  }
  const type = document.value(root, "cbc:NoticeTypeCode") ?? "";
  const fits = Object.hasOwn(subtypesOf, type) ? (subtypesOf[type]?.test(subtype) ?? true) : true;
  const mismatch = fits ? [] : [`The notice type "${type}" does not go with subtype ${subtype}.`];
  return { document, problems: [...mismatch, ...checkNotice(root, subtype)] };
}

/** The tree is read tolerantly; a notice that ends in the middle would lose what it no longer says. */
function isClosed(xml: string, root: XmlNode): boolean {
  const last = [...xml.slice(-4_000).matchAll(/<\/\s*(?:[\w.-]+:)?([\w.-]+)\s*>/g)].at(-1)?.[1];
  return last?.toLowerCase() === root.name;
}

function keyOf(document: NoticeDocument): string {
  return `${document.value(document.root, "cbc:ID") ?? ""}-${document.value(document.root, "cbc:VersionID") ?? "01"}`;
}

function changedKey(document: NoticeDocument): string | null {
  return document.value(document.root, "~/efac:Changes/efbc:ChangedNoticeIdentifier");
}

const mostNamed = 8;

function inWords(problems: readonly string[]): string {
  const more = problems.length - mostNamed;
  return [...problems.slice(0, mostNamed), ...(more > 0 ? [`And ${more} more.`] : [])].join(" ");
}
