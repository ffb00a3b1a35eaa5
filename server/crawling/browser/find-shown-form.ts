import type { ElementHandle, JSHandle, Page } from "playwright-core";

/** The sign-in form that a page shows at this moment, with its fields in hand. */
export interface ShownForm {
  user: ElementHandle | null;
  password: ElementHandle | null;
  code: ElementHandle | null;
  button: ElementHandle | null;
  /** Where it would send what is typed, as far as its markup says. */
  action: string;
}

// A text, not a function: what a bundler adds to a function does not exist inside the page. Only the top document is looked at.
const findForm = `(() => {
  const isShown = (element) => element.getClientRects().length > 0 && !element.disabled && !element.readOnly;
  const describe = (input) => ["name", "id", "autocomplete", "placeholder", "aria-label"].map((name) => input.getAttribute(name) ?? "").join(" ");
  const isCode = (input) => input.getAttribute("autocomplete") === "one-time-code" || /otp|totp|one[-_]?time|2fa|mfa|token|code|verification|authenticator/i.test(describe(input));
  const inputs = [...document.querySelectorAll("input")].filter(isShown);
  const passwords = inputs.filter((input) => input.type === "password");
  if (passwords.length > 1) return null;
  const password = passwords[0] ?? null;
  const texts = inputs.filter((input) => ["text", "email", "tel", "number"].includes(input.type) && (!password || input.form === password.form));
  if (texts.length > 3) return null;
  const code = texts.find(isCode) ?? null;
  if (!password && (!code || texts.length > 1)) return null;
  const others = texts.filter((input) => input !== code);
  const user = password ? others.find((input) => /user|login|e-?mail|account|name|kennung|identifiant|usuario|utente/i.test(describe(input))) ?? others[0] ?? null : null;
  const form = (password ?? code).form;
  const buttons = [...(form ?? document).querySelectorAll("button, input[type=submit]")].filter(isShown);
  const button = buttons.find((one) => one.type === "submit") ?? buttons[0] ?? null;
  const written = button?.getAttribute("formaction") ?? form?.getAttribute("action") ?? "";
  // What is sent as the page's own form must never stand in an address.
  form?.setAttribute("method", "post");
  button?.removeAttribute("formmethod");
  return { user, password, code, button, action: new URL(written, document.baseURI).href };
})()`;

export async function findShownForm(page: Page): Promise<ShownForm | null> {
  const found = await page.evaluateHandle(findForm);
  try {
    if ((await found.jsonValue()) === null) return null;
    const element = async (name: string) => (await property(found, name)).asElement() as ElementHandle | null;
    return {
      user: await element("user"),
      password: await element("password"),
      code: await element("code"),
      button: await element("button"),
      action: String(await (await property(found, "action")).jsonValue()),
    };
  } finally {
    await found.dispose().catch(() => {});
  }
}

function property(of: JSHandle, name: string): Promise<JSHandle> {
  return of.getProperty(name);
}
