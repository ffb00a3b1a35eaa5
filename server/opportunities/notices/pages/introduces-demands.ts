import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { foldText } from "../../matching/title-words";
import { textOf } from "./visible-text";

const fewestDemands = 2;
/** Headings of what must be met, in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish. */
const demandsHeading =
  /^(?:(?:minimum|mandatory|key|tender|supplier|technical|participation|eligibility|qualification|selection|general) )*(?:requirements?|conditions|criteria|qualifications)(?: (?:of|for|to) (?:the )?(?:participation|bid(?:ders?)?|tender(?:ers?)?|suppliers?|contract(?:ors?)?|applicants?|offerors?|vendors?|providers?))?$|^(?:what (?:you|we|bidders|suppliers) (?:need|require|must)\b.*|eligibility)$|^(?:(?:mindest|eignungs)?anforderungen|(?:teilnahme|eignungs|ausschreibungs)bedingungen|eignungskriterien|eignungsnachweise|bedingungen)\b|^eignung$|^(?:conditions de participation|exigences|criteres de selection|pieces a fournir|capacites exigees|conditions a remplir)\b|^(?:requisitos|condiciones|requisiti|condizioni|condicoes|eisen|geschiktheidseisen|voorwaarden|wymagania|warunki)\b/;

/** What a page without headings sets apart as one. */
const linesAsHeading = /^(?:h[2-6]|b|strong|legend|dt|caption)$/;
/** A line of fewer words is a label or a date. */
const fewestWords = 4;

/** Whether an element is the heading of a list of what bidders must meet: items, terms, rows, or lines that begin one below the other. */
export function introducesDemands(element: Element): boolean {
  if (!linesAsHeading.test(element.name)) return false;
  const said = foldText(textOf(element)).replace(/^(?:section|abschnitt|sezione|seccion)\s+|[:\s]+$/g, "");
  if (!demandsHeading.test(said)) return false;
  let demands = 0;
  for (let node: ChildNode | null = element.next; node && demands < fewestDemands; node = node.next) {
    if (isTag(node) && (/^h[1-6]$/.test(node.name) || (node.name === element.name && node.name !== "dd"))) break;
    demands += demandsIn(node);
  }
  return demands >= fewestDemands;
}

function demandsIn(node: ChildNode): number {
  if (isText(node)) return isLine(node.data) ? 1 : 0;
  if (!isTag(node)) return 0;
  const inside = (name: RegExp): Element[] =>
    node.children
      .filter(isTag)
      .flatMap((child) =>
        name.test(child.name) ? [child] : child.children.filter(isTag).filter((inner) => name.test(inner.name)),
      );
  if (/^(?:ul|ol)$/.test(node.name)) return inside(/^li$/).length;
  if (node.name === "dl") return inside(/^dd$/).filter((one) => isLine(textOf(one))).length;
  if (node.name === "table") return inside(/^tr$/).filter((one) => isLine(textOf(one))).length;
  return /^(?:p|div|dd)$/.test(node.name) && isLine(textOf(node)) ? 1 : 0;
}

const isLine = (text: string): boolean => text.trim().split(/\s+/).length >= fewestWords;
