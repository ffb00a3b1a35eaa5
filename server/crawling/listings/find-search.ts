import { type Element, isTag } from "domhandler";
import { formOf } from "./next-form";
import { type Control, controlsOf, selectorByWords } from "./page-controls";
import { baseOf } from "./page-links";
import { readPageTree } from "./page-tree";
import { plainText } from "./plain-text";
import { isForOther, isNamedSearch, isPersonal, isShowing, saysAll, saysNothing, saysSearch } from "./search-words";

/** What is sent so that a page shows all that its search would find. */
export interface Search {
  action: string;
  method: "get" | "post";
  fields: Record<string, string>;
  /** The fields without those that are another at every visit: by these its results are met again. */
  asked: Record<string, string>;
}

export interface FoundSearch {
  /** What is asked for; several where one field has no choice that leaves nothing out. Empty where only a script can send it. */
  sends: Search[];
  /** The button, in the browser's own words; null where pressing it as the page stands would leave something out. */
  button: string | null;
}

const mostControls = 400;
/** One search for each choice of a field. */
const mostChoices = 40;
const maxNodes = 5_000;
const typed = new Set(["text", "search", "date", "datetime-local", "month", "week", "number", "range"]);
const asked = new Set(["password", "file", "email", "tel", "color"]);

/**
 * The search that shows what a page has to show only once it is sent: everything left as the page fills it, choices on the one that
 * leaves nothing out. Only a form that is plainly a search: its button says so, it asks nobody who they are, and nothing in it must
 * be filled or agreed to; whatever signs up, in or out, sends, buys, saves or deletes is left alone. Null where there is none. Pure.
 */
export function findSearch(html: string, url: string): FoundSearch | null {
  if (!URL.canParse(url)) return null;
  const tree = readPageTree(html);
  const elements = tree.nodes.map(({ element }) => element);
  const base = baseOf(tree, url);
  const [best] = controlsOf(tree)
    .slice(0, mostControls)
    .flatMap((control) => readCandidate(control, elements, base) ?? [])
    .filter(({ sent }) => !sent || isOfHost(sent.action, url))
    .sort((a, b) => b.weight - a.weight);
  if (!best) return null;
  const { sent, open, control } = best;
  return { sends: sent ? withChoices(sent, open) : [], button: open.length === 0 ? selectorByWords(control) : null };
}

type Sent = Pick<Search, "action" | "method" | "fields">;

interface Candidate {
  control: Control;
  /** Null where only a script can send it. */
  sent: Sent | null;
  /** Fields without a choice that leaves nothing out, with all their choices. */
  open: { name: string; values: string[] }[];
  weight: number;
}

function readCandidate(control: Control, elements: Element[], base: URL | null): Candidate | null {
  const { element } = control;
  const says = [control.text, ...control.hints].map((text) => text.trim().toLowerCase());
  if (element.name === "a" && !/^\s*(?:#|javascript:|$)/i.test(control.href ?? "")) return null;
  if (says.some(isForOther)) return null;
  const isSaid = says.some(saysSearch);
  if (!isSaid && !says.every(saysNothing)) return null;
  const form = formOf(element, elements, base);
  const sent = form?.kind === "form" ? form : null;
  const part = partOf(element);
  if (!part) return null;
  const names = `${namesOf(part)} ${part.name === "form" && sent ? lastSegment(sent.action) : ""}`;
  const isNamed = isNamedSearch(names) || part.attribs.role === "search";
  // A post may change something, and of a script nobody knows what it does: there the button itself must say it.
  if (!isSaid && (!isNamed || sent?.method !== "get")) return null;
  if (isForOther(names.toLowerCase())) return null;
  const read = readFields(part, sent?.fields ?? {});
  if (!read) return null;
  const isAround = enclosing(element, isChrome) !== null && enclosing(element, isMain) === null;
  // The box in a site's header searches the site.
  if (read.count === 1 && read.open.length === 0 && isAround) return null;
  return {
    control,
    sent: sent && { action: sent.action, method: sent.method, fields: read.fields },
    open: read.open,
    weight: Math.min(read.count, 12) + (isSaid ? 4 : 0) + (isNamed ? 2 : 0) + (sent ? 1 : 0) - (isAround ? 8 : 0),
  };
}

/**
 * What belongs to a button: its form, unless that is the whole page, as older frameworks have it; there, and where there is no form, the
 * part around it that holds fields, as long as it holds nothing else.
 */
function partOf(button: Element): Element | null {
  const form = enclosing(button, ({ name }) => name === "form");
  if (form && !isWholePage(form)) return form;
  for (let at = button.parent; at && isTag(at) && at !== form && at.name !== "body"; at = at.parent)
    if (descendants(at).some(isField)) return groupOf(at, form);
  return null;
}

/** What the form sends when nobody fills it in; null when somebody must, or when it asks who they are. */
function readFields(
  part: Element,
  sent: Record<string, string>,
): { fields: Record<string, string>; open: Candidate["open"]; count: number } | null {
  const fields = { ...sent };
  const open: Candidate["open"] = [];
  const radios = new Map<string, { isChosen: boolean; all: string | null }>();
  let count = 0;
  for (const element of descendants(part)) {
    const { name: tag, attribs } = element;
    const { name = "" } = attribs;
    const type = (attribs.type ?? "text").toLowerCase();
    const called = [name, attribs.id, attribs.autocomplete, attribs.placeholder, attribs["aria-label"]].join(" ");
    if (isCaptcha(element)) return null;
    if ("disabled" in attribs) continue;
    if (tag === "textarea") return null;
    if (tag === "input" && asked.has(type)) return null;
    if (tag === "input" && type === "hidden") continue;
    if (tag === "input" && (typed.has(type) || type === "checkbox" || type === "radio" || type === "url")) {
      if (isPersonal(called)) return null;
      const isRequired = "required" in attribs || attribs["aria-required"] === "true";
      if (type === "checkbox") {
        if (isRequired && !("checked" in attribs)) return null;
      } else if (type === "radio") {
        const known = radios.get(name) ?? { isChosen: false, all: null };
        if ("checked" in attribs) known.isChosen = true;
        if (saysAll(labelOf(element))) known.all = attribs.value ?? "on";
        radios.set(name, known);
      } else if (isRequired && !attribs.value) return null;
      if (!isShowing(called)) count += 1;
    }
    if (tag === "select") {
      const choice = choiceOf(element);
      if (!isShowing(called)) {
        count += 1;
        if (choice.all !== null) fields[name] = choice.all;
        else if (!choice.isChosen && choice.values.length > 0) open.push({ name, values: choice.values });
      }
    }
  }
  for (const [name, { isChosen, all }] of radios) if (!isChosen && all !== null) fields[name] = all;
  return count === 0 ? null : { fields, open, count };
}

/** `all`: the choice that leaves nothing out, where the page has not made another one. */
function choiceOf(select: Element): { isChosen: boolean; all: string | null; values: string[] } {
  const options = descendants(select).filter(({ name }) => name === "option");
  const choice = (option: Element) => option.attribs.value ?? plainText(option);
  const chosen = options.find(({ attribs }) => "selected" in attribs);
  const isAll = (option: Element) => choice(option).trim() === "" || saysAll(plainText(option));
  const isMade = chosen !== undefined && !isAll(chosen) && !("disabled" in chosen.attribs);
  const all = options.find((option) => isAll(option) && !("disabled" in option.attribs));
  const isRequired = "required" in select.attribs;
  const usable = all && !(isRequired && choice(all).trim() === "") ? all : undefined;
  return {
    isChosen: isMade || "multiple" in select.attribs,
    all: isMade || !usable ? null : choice(usable),
    values: options.filter((option) => !isAll(option) && !("disabled" in option.attribs)).map(choice),
  };
}

function withChoices({ action, method, fields }: Sent, open: Candidate["open"]): Search[] {
  const asSearch = (chosen: Record<string, string>): Search => {
    const all = { ...fields, ...chosen };
    const said = Object.fromEntries(Object.entries(all).filter(([name, value]) => !isOfVisit(name, value)));
    // In an address nothing of the visit is wanted: it would be another page each time.
    return { action, method, fields: method === "get" ? said : all, asked: said };
  };
  const [choice, ...others] = open;
  if (!choice) return [asSearch({})];
  // Two such fields are a search that wants a person.
  if (others.length > 0) return [];
  return choice.values.slice(0, mostChoices).map((value) => asSearch({ [choice.name]: value }));
}

/** Proofs that the form was just shown, and a framework's state. */
function isOfVisit(name: string, value: string): boolean {
  return (
    /csrf|xsrf|token|nonce|viewstate|eventvalidation|previouspage|form_build_id|honeypot|timestamp/i.test(name) ||
    (value.length >= 24 && /^[\w+/=.:-]+$/.test(value) && /\d/.test(value))
  );
}

function isWholePage(form: Element): boolean {
  const inside = descendants(form);
  return (
    inside.some(({ name, attribs }) => name === "input" && /^__(?:VIEWSTATE|EVENTTARGET)/.test(attribs.name ?? "")) ||
    inside.some(isMain)
  );
}

/** A search often has its fields in rows and its button in a row of its own: the rows around belong to it as long as they hold only fields. */
function groupOf(part: Element, form: Element | null): Element {
  let group = part;
  for (let at = part.parent; at && isTag(at) && at !== form && at.name !== "body"; at = at.parent) {
    const isMore = descendants(at).some(({ name, attribs }) => name === "h1" || asked.has(attribs.type ?? ""));
    if (isMain(at) || isChrome(at) || isMore) break;
    group = at;
  }
  return group;
}

function isField({ name, attribs }: Element): boolean {
  return name === "select" || (name === "input" && typed.has((attribs.type ?? "text").toLowerCase()));
}

function namesOf({ attribs }: Element): string {
  return [attribs.id, attribs.class, attribs.name, attribs["aria-label"], attribs["data-testid"]].join(" ");
}

function lastSegment(url: string): string {
  return URL.parse(url)?.pathname.split("/").filter(Boolean).at(-1) ?? "";
}

function labelOf(input: Element): string {
  const around = enclosing(input, ({ name }) => name === "label");
  if (around) return plainText(around);
  const next = input.next && !isTag(input.next) ? input.next.next : input.next;
  return next && isTag(next) && next.name === "label" ? plainText(next) : "";
}

function isCaptcha({ attribs }: Element): boolean {
  return /captcha|turnstile/i.test(
    `${attribs.class ?? ""} ${attribs.id ?? ""} ${attribs.name ?? ""} ${attribs.src ?? ""}`,
  );
}

function isChrome({ name, attribs }: Element): boolean {
  return /^(?:header|nav|footer|aside)$/.test(name) || /^(?:banner|navigation|contentinfo)$/.test(attribs.role ?? "");
}

function isMain({ name, attribs }: Element): boolean {
  return name === "main" || attribs.role === "main";
}

function isOfHost(action: string, url: string): boolean {
  const host = (address: string) => URL.parse(address)?.host.replace(/^www\./, "");
  return host(action) === host(url);
}

function enclosing(element: Element, is: (one: Element) => boolean): Element | null {
  for (let at = element.parent; at && isTag(at); at = at.parent) if (is(at)) return at;
  return null;
}

function descendants(element: Element): Element[] {
  const found: Element[] = [];
  const stack = element.children.filter(isTag).toReversed();
  for (let node = stack.pop(); node && found.length < maxNodes; node = stack.pop()) {
    found.push(node);
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child && isTag(child)) stack.push(child);
    }
  }
  return found;
}
