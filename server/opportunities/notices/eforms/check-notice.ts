import { attributeOf, textOf, type XmlNode } from "@/server/crawling/xml";
import { chainOf, type FieldRule, fieldRules, isInList, nodeRules, patterns } from "./eforms-rules";
import { findElements, findValues, parentsOf, stepsOf } from "./find-elements";

const mostProblems = 40;

/**
 * What a notice breaks of the standard's rules, in words: elements that are missing, empty, doubled or forbidden for this subtype;
 * values that are no date, number, address or code of their list; identifiers used twice, references to nobody, periods that end before
 * they begin. Of the rules that hold only under a condition no others are checked. Empty: nothing was found.
 */
export function checkNotice(root: XmlNode, subtype: string): string[] {
  const parents = parentsOf(root);
  const problems: string[] = [];
  const instances = new Map<string, XmlNode[]>();
  const instancesOf = (id: string): XmlNode[] => {
    const known = instances.get(id);
    if (known) return known;
    const node = nodeRules.get(id);
    const found = !node?.parent
      ? [root]
      : instancesOf(node.parent).flatMap((parent) => {
          const here = findElements(parent, node.path, parents);
          if (!node.repeats && here.length > 1 && !node.path.includes("UBLExtension"))
            problems.push(
              `${placeOf(here[1] ?? parent, parents)} stands there ${here.length} times and may stand once.`,
            );
          return here;
        });
    instances.set(id, found);
    return found;
  };
  for (const field of fieldRules) {
    if (problems.length >= mostProblems) break;
    checkField(field, subtype, instancesOf, parents, problems);
  }
  problems.push(...brokenReferences(root, parents), ...brokenDates(root, parents), ...unsaidChange(root, parents));
  return [...new Set(problems)].slice(0, mostProblems);
}

function checkField(
  field: FieldRule,
  subtype: string,
  instancesOf: (id: string) => XmlNode[],
  parents: ReadonlyMap<XmlNode, XmlNode>,
  problems: string[],
): void {
  const isAttribute = stepsOf(field.path).at(-1)?.attribute != null;
  const named = `${field.name} (${field.id})`;
  for (const holder of instancesOf(field.node)) {
    if (isAttribute) {
      for (const value of findValues(holder, field.path, parents)) {
        // Lists were renamed between versions of the standard, so another name than today's is no fault; none is.
        if (field.preset && value === "") problems.push(`${named} is empty and must be "${field.preset}".`);
        else if (field.list && !isInList(field.list, value))
          problems.push(`${named} is "${value}", which is no code of its list.`);
      }
      continue;
    }
    const found = findElements(holder, field.path, parents);
    if (found.length === 0) continue;
    if (hasSubtype(field.forbidden, subtype))
      problems.push(`${named} is not allowed in a notice of subtype ${subtype}.`);
    const isDoubled = field.type === "text-multilingual" ? hasLanguageTwice(found) : found.length > 1;
    if (!field.repeats && isDoubled) problems.push(`${named} stands there more than once.`);
    for (const element of found) {
      const problem = problemOfValue(field, textOf(element).trim());
      if (problem) problems.push(`${named} ${problem}`);
    }
  }
  if (!hasSubtype(field.required, subtype) || isAttribute) return;
  // What identifies a repeating part (a lot, an organisation, a result) says that there is at least one.
  if (field.type === "id" && instancesOf(field.node).length === 0) problems.push(`${named} is missing.`);
  for (const { context, path } of contextsOf(field, instancesOf)) {
    if (findElements(context, path, parents).length === 0) {
      const where = context.name && parents.has(context) ? ` in ${placeOf(context, parents)}` : "";
      problems.push(`${named} is missing${where}.`);
    }
  }
}

/** Where a field must stand: once in every instance of the nearest thing around it that repeats. */
function contextsOf(field: FieldRule, instancesOf: (id: string) => XmlNode[]): { context: XmlNode; path: string }[] {
  const chain = chainOf(field.node);
  const last = chain.findLastIndex(({ repeats }) => repeats);
  const path = [...chain.slice(last + 1).map((node) => node.path), field.path].join("/");
  const around = last < 0 ? "ND-Root" : (chain[last]?.id ?? "ND-Root");
  return instancesOf(around).map((context) => ({ context, path }));
}

function hasSubtype(list: string | undefined, subtype: string): boolean {
  return list !== undefined && ` ${list} `.includes(` ${subtype} `);
}

function hasLanguageTwice(elements: XmlNode[]): boolean {
  const languages = elements.map((element) => attributeOf(element, "languageid") ?? "");
  return new Set(languages).size < languages.length;
}

function problemOfValue(field: FieldRule, value: string): string | null {
  if (value === "") return "is empty.";
  if (field.list && !isInList(field.list, value)) return `is "${short(value)}", which is no code of its list.`;
  if (field.pattern !== undefined && patterns[field.pattern]?.test(value) === false)
    return `is "${short(value)}", which has not the form that it must have.`;
  if (field.maxLength && value.length > field.maxLength) return `is longer than ${field.maxLength} characters.`;
  if (/^(?:number|integer|amount|measure)$/.test(field.type) && !/^-?\d+(?:\.\d+)?$/.test(value))
    return `is "${short(value)}", which is no number.`;
  if (field.type === "indicator" && !/^(?:true|false|0|1)$/.test(value))
    return `is "${short(value)}", which is neither true nor false.`;
  return null;
}

function short(value: string): string {
  return value.replace(/\s+/g, " ").slice(0, 60);
}

/** Organisations, lots and results are named once and referred to by that name. */
function brokenReferences(root: XmlNode, parents: ReadonlyMap<XmlNode, XmlNode>): string[] {
  const extension = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension";
  const problems: string[] = [];
  const declared = (path: string, what: string): Set<string> => {
    const ids = findValues(root, path, parents).filter((id) => id !== "");
    for (const id of new Set(ids))
      if (ids.indexOf(id) !== ids.lastIndexOf(id)) problems.push(`${what} ${id} stands there twice.`);
    return new Set(ids);
  };
  const organisations = new Set([
    ...declared(
      `${extension}/efac:Organizations/efac:Organization/efac:Company/cac:PartyIdentification/cbc:ID`,
      "The organisation",
    ),
    ...declared(
      `${extension}/efac:Organizations/efac:Organization/efac:TouchPoint/cac:PartyIdentification/cbc:ID`,
      "The touch point",
    ),
    ...declared(`${extension}/efac:Organizations/efac:UltimateBeneficialOwner/cbc:ID`, "The owner"),
  ]);
  const lots = declared("cac:ProcurementProjectLot/cbc:ID", "The lot");
  for (const [node] of parents) {
    if (node.name !== "id") continue;
    const id = textOf(node).trim();
    if (/^(?:ORG|TPO|UBO)-\d{4}$/.test(id) && !organisations.has(id))
      problems.push(`${id} is referred to and is nowhere described.`);
    if (/^LOT-\d{4}$/.test(id) && !lots.has(id) && lots.size > 0)
      problems.push(`${id} is referred to and is no lot of the notice.`);
  }
  return problems;
}

/** Whoever publishes for the first time cannot ask for replies by a day that has gone; a correction may name one. */
function brokenDates(root: XmlNode, parents: ReadonlyMap<XmlNode, XmlNode>): string[] {
  const problems: string[] = [];
  const dispatched = findValues(root, "cbc:IssueDate", parents)[0]?.slice(0, 10) ?? "";
  const isChange = findElements(root, changesPath, parents).length > 0;
  for (const [node] of parents) {
    const day = (path: string) => findValues(node, path, parents)[0]?.slice(0, 10) ?? "";
    const [start, end] = [day("cbc:StartDate"), day("cbc:EndDate")];
    if (start !== "" && end !== "" && end < start)
      problems.push(`${placeOf(node, parents)} ends on ${end}, before it begins on ${start}.`);
    const isReply = /^(?:tendersubmissiondeadline|participationrequestreception)period$/.test(node.name);
    if (isReply && !isChange && end !== "" && dispatched !== "" && end < dispatched)
      problems.push(`Replies are due on ${end}, before the notice was sent on ${dispatched}.`);
  }
  return problems;
}

const changesPath = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension/efac:Changes";

/** A correction must say why, and which parts it changes. */
function unsaidChange(root: XmlNode, parents: ReadonlyMap<XmlNode, XmlNode>): string[] {
  return findElements(root, changesPath, parents).flatMap((changes) => {
    const says = (path: string) => findValues(changes, path, parents).some((value) => value !== "");
    const reason = findValues(changes, "efac:ChangeReason/cbc:ReasonCode", parents)[0];
    const problems: string[] = [];
    if (!says("efbc:ChangedNoticeIdentifier")) problems.push("It changes a notice and does not say which one.");
    if (!reason) problems.push("It changes a notice and gives no reason.");
    const isCancelled = reason?.startsWith("cancel") ?? false;
    if (
      !isCancelled &&
      !says("efac:Change/efbc:ChangeDescription") &&
      !says("efac:Change/efac:ChangedSection/efbc:ChangedSectionIdentifier")
    )
      problems.push("It changes a notice and names no part of it that is changed.");
    return problems;
  });
}

function placeOf(node: XmlNode, parents: ReadonlyMap<XmlNode, XmlNode>): string {
  const names: string[] = [];
  for (let one: XmlNode | undefined = node; one && parents.has(one) && names.length < 3; one = parents.get(one))
    names.unshift(one.name);
  return names.join("/");
}
