import { type ChildNode, type Element, isTag } from "domhandler";
import { foldText } from "../../matching/title-words";
import { textOf } from "./visible-text";

const fewestDemands = 2;
/** Headings of what must be met, in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish. */
const demandsHeading =
  /^(?:(?:minimum|mandatory|key|tender|supplier|technical|participation|eligibility|qualification|selection|general) )*(?:requirements?|conditions|criteria|qualifications)(?: (?:of|for|to) (?:the )?(?:participation|bid(?:ders?)?|tender(?:ers?)?|suppliers?|contract(?:ors?)?|applicants?|offerors?|vendors?|providers?))?$|^(?:what (?:you|we|bidders|suppliers) (?:need|require|must)\b.*|eligibility)$|^(?:(?:mindest|eignungs)?anforderungen|(?:teilnahme|eignungs|ausschreibungs)bedingungen|eignungskriterien|eignungsnachweise|bedingungen)\b|^(?:conditions de participation|exigences|criteres de selection|pieces a fournir|capacites exigees|conditions a remplir)\b|^(?:requisitos|condiciones|requisiti|condizioni|condicoes|eisen|geschiktheidseisen|voorwaarden|wymagania|warunki)\b/;

/** Whether an element is the heading of a list of what bidders must meet. */
export function introducesDemands(element: Element): boolean {
  if (!/^h[2-6]$/.test(element.name) || !demandsHeading.test(foldText(textOf(element)).replace(/[:\s]+$/, "")))
    return false;
  for (let node: ChildNode | null = element.next; node; node = node.next) {
    if (!isTag(node)) continue;
    if (/^h[1-6]$/.test(node.name)) return false;
    if (/^(?:ul|ol)$/.test(node.name)) return node.children.filter(isTag).length >= fewestDemands;
  }
  return false;
}
