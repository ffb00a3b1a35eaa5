import { type Element, isTag } from "domhandler";
import { findAll, getAttributeValue } from "domutils";
import { parseDocument } from "htmlparser2";

export interface LoginForm {
  /** Absolute address that the form posts to. */
  action: string;
  method: "GET" | "POST";
  /** Everything else that the form sends (hidden tokens, the button's own name). */
  fields: Record<string, string>;
  userField: string | null;
  passwordField: string | null;
  /** A field for a one-time code; on pages that ask for it after the password. */
  codeField: string | null;
}

const userNames = /user|login|e-?mail|account|benutzer|kennung|utilisateur|identifiant|usuario|utente|gebruiker|name/i;
const codeNames = /otp|totp|one[-_]?time|2fa|mfa|token|code|verification|authenticator/i;
/** A form of more fields is a registration. */
const maxTextFields = 3;

/**
 * The form with which one signs in on this page: the one with a single password field, or one that asks for a one-time code. Null when
 * there is none; two password fields are a registration or a change of password.
 */
export function findLoginForm(html: string, url: string): LoginForm | null {
  const forms = findAll((node) => isTag(node) && node.name === "form", parseDocument(html).children) as Element[];
  const read = forms.map((form) => readForm(form, url)).filter((form) => form !== null);
  return read.find((form) => form.passwordField) ?? read.find((form) => form.codeField) ?? null;
}

function readForm(form: Element, url: string): LoginForm | null {
  const action = URL.parse(getAttributeValue(form, "action") ?? "", url);
  if (!action || !/^https?:$/.test(action.protocol)) return null;
  const inputs = findAll(
    (node) => isTag(node) && (node.name === "input" || node.name === "button"),
    form.children,
  ) as Element[];
  const fields: Record<string, string> = {};
  const texts: Element[] = [];
  const passwords: Element[] = [];
  for (const input of inputs) {
    const name = getAttributeValue(input, "name");
    const type = (getAttributeValue(input, "type") ?? (input.name === "button" ? "submit" : "text")).toLowerCase();
    if (!name) continue;
    if (type === "password") passwords.push(input);
    else if (["text", "email", "tel", "number"].includes(type)) texts.push(input);
    else if (type === "hidden" || (type === "checkbox" && getAttributeValue(input, "checked") !== undefined))
      fields[name] = getAttributeValue(input, "value") ?? (type === "checkbox" ? "on" : "");
    else if (type === "submit" && !Object.keys(fields).includes(name))
      fields[name] = getAttributeValue(input, "value") ?? "";
  }
  if (passwords.length > 1 || texts.length > maxTextFields) return null;
  const code = texts.find(isCode);
  const user =
    texts.find((text) => text !== code && userNames.test(describe(text))) ?? texts.find((text) => text !== code);
  const [password] = passwords;
  if (!password && !code) return null;
  // A search box beside a "code" field is no sign-in; without a password the code must stand alone.
  if (!password && texts.length > 1) return null;
  return {
    action: action.href,
    method: (getAttributeValue(form, "method") ?? "get").toLowerCase() === "post" ? "POST" : "GET",
    fields,
    userField: password && user ? (getAttributeValue(user, "name") ?? null) : null,
    passwordField: password ? (getAttributeValue(password, "name") ?? null) : null,
    codeField: code ? (getAttributeValue(code, "name") ?? null) : null,
  };
}

function isCode(input: Element): boolean {
  return getAttributeValue(input, "autocomplete") === "one-time-code" || codeNames.test(describe(input));
}

function describe(input: Element): string {
  return ["name", "id", "autocomplete", "placeholder", "aria-label"]
    .map((name) => getAttributeValue(input, name) ?? "")
    .join(" ");
}
