import { type Element, isTag } from "domhandler";
import { deedOf } from "./follow-scripts";
import { absoluteUrl } from "./page-links";
import { plainText } from "./plain-text";
import type { NextPage } from "./types";

const postBack =
  /__doPostBack\(\s?(?:'|&#39;|")([^'"&]{0,300})(?:'|&#39;|")\s?,\s?(?:'|&#39;|")([^'"&]{0,300})(?:'|&#39;|")\s?\)/;
const maxNodes = 20_000;

/** The form that a click on this control sends, with every field as the page has filled it; null when it sends none. */
export function formOf(control: Element, page: Element[], base: URL | null): NextPage | null {
  const { href = "", onclick = "", onchange = "" } = control.attribs;
  // A choice posts from within a timer, whose quotation marks are masked.
  const called = postBack.exec(decode(`${href} ${onclick} ${onchange}`.slice(0, 2_000)).replaceAll("\\'", "'"));
  const deed = called ? null : deedOf(control);
  const form = formFor(control, deed?.form ?? null, page, Boolean(called ?? deed));
  if (!form) return null;
  const isSubmit =
    control.name === "button"
      ? !/^(?:button|reset)$/i.test(control.attribs.type ?? "")
      : control.name === "input" && /^(?:submit|image)$/i.test(control.attribs.type ?? "");
  if (!called && !deed && !isSubmit && control.name !== "select") return null;
  const fields = fieldsOf(form);
  if (called) {
    fields.__EVENTTARGET = called[1] ?? "";
    fields.__EVENTARGUMENT = called[2] ?? "";
  } else if (deed) Object.assign(fields, withNames(deed.fields, form));
  else if (control.attribs.name) fields[control.attribs.name] = control.attribs.value ?? "";
  const action = absoluteUrl(control.attribs.formaction || form.attribs.action || base?.href, base);
  if (!action) return null;
  return { kind: "form", action, method: /^post$/i.test(form.attribs.method ?? "") ? "post" : "get", fields };
}

/** The one that the script names, else the one around the control, else the page's first. */
function formFor(control: Element, named: string | null, page: Element[], isScripted: boolean): Element | undefined {
  const forms = () => page.filter(({ name }) => name === "form");
  const around = enclosingForm(control);
  if (named === null) return around ?? (isScripted ? forms()[0] : undefined);
  const isNamed = ({ attribs }: Element) => attribs.id === named || attribs.name === named;
  return around && isNamed(around) ? around : (forms().find(isNamed) ?? around);
}

/** A script may find a field by its id; it is sent by its name. */
function withNames(written: Record<string, string>, form: Element): Record<string, string> {
  const names = new Map<string, string>();
  const stack: Element[] = [form];
  for (let node = stack.pop(), looked = 0; node && looked < maxNodes; node = stack.pop(), looked++) {
    if (node.attribs.id && node.attribs.name) names.set(node.attribs.id, node.attribs.name);
    stack.push(...node.children.filter(isTag));
  }
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [names.get(key) ?? key, value]));
}

function decode(script: string): string {
  try {
    return decodeURIComponent(script);
  } catch {
    return script;
  }
}

function enclosingForm(element: Element): Element | undefined {
  for (let at = element.parent; at && isTag(at); at = at.parent) if (at.name === "form") return at;
  return undefined;
}

/** What a browser would send of a form, its buttons left out. Passwords and files are never sent. */
function fieldsOf(form: Element): Record<string, string> {
  const fields = new Map<string, string>();
  const stack: Element[] = [form];
  let visited = 0;
  for (let node = stack.pop(); node && visited < maxNodes; node = stack.pop()) {
    visited += 1;
    const { name: tag, attribs } = node;
    const { name, value, type = "text" } = attribs;
    if (name && tag === "input" && !/^(?:submit|button|image|reset|file|password)$/i.test(type)) {
      const isChosen = !/^(?:checkbox|radio)$/i.test(type) || "checked" in attribs;
      if (isChosen && !("disabled" in attribs))
        fields.set(name, value ?? (/^(?:checkbox|radio)$/i.test(type) ? "on" : ""));
    } else if (name && tag === "textarea") fields.set(name, plainText(node));
    else if (name && tag === "select") fields.set(name, chosenOption(node));
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child && isTag(child)) stack.push(child);
    }
  }
  return Object.fromEntries(fields);
}

function chosenOption(select: Element): string {
  const options = select.children.filter(isTag).filter(({ name }) => name === "option");
  const chosen = options.find(({ attribs }) => "selected" in attribs) ?? options[0];
  const text = chosen?.children
    .map((child) => ("data" in child ? child.data : ""))
    .join("")
    .trim();
  return chosen?.attribs.value ?? text ?? "";
}
