import type { FetchOutcome, FetchRequest, SourceCookies } from "../fetching";
import { findLoginForm, type LoginForm } from "./find-login-form";

export interface LoginCredential {
  /** `scheme://host:port`: the secret is sent there and nowhere else. */
  origin: string;
  loginUrl: string;
  username: string;
  password: string;
  /** The code of this moment; null when the site needs none. */
  oneTimeCode: (() => string) | null;
}

export type SignInResult =
  | { outcome: "signed_in" }
  /** The site said no: trying again would lock the account. */
  | { outcome: "refused"; reason: string }
  /** Nothing was sent; `isFormless`: there was no form, which scripts may still make. */
  | { outcome: "impossible"; reason: string; isFormless?: true }
  | { outcome: "unreachable"; reason: string };

type Visit = (request: FetchRequest) => Promise<FetchOutcome>;

/** After the password one page may ask for a code; more than that is no sign-in that we know. */
const maxForms = 2;

/**
 * Signs in through the site's own form (hidden tokens kept) and leaves the session in `cookies`. The password is sent once at most, and only
 * when both the page that shows the form and the address that receives it belong to the credential's origin.
 */
export async function signIn(credential: LoginCredential, cookies: SourceCookies, visit: Visit): Promise<SignInResult> {
  let shown = await visit({ url: credential.loginUrl, cookies, accept: "html" });
  let sentPassword = false;
  for (let forms = 0; forms <= maxForms; forms++) {
    if (shown.kind !== "fetched") {
      const reason = shown.kind === "failed" ? shown.reason : "The sign-in page sent nothing.";
      const isRefusal = sentPassword && shown.kind === "failed" && (shown.status === 401 || shown.status === 403);
      return { outcome: isRefusal ? "refused" : "unreachable", reason };
    }
    const { page } = shown;
    const form = findLoginForm(page.text ?? "", page.finalUrl);
    if (!form)
      return sentPassword
        ? { outcome: "signed_in" }
        : {
            outcome: "impossible",
            reason: "There is no sign-in form at this address.",
            isFormless: true,
          };
    if (sentPassword && form.passwordField) {
      return { outcome: "refused", reason: "The site did not accept this name and password." };
    }
    if (originOf(page.finalUrl) !== credential.origin || originOf(form.action) !== credential.origin) {
      return impossible(
        "The sign-in form belongs to another site than the one this password is for, so nothing was sent.",
      );
    }
    // A password in an address would stand in logs.
    if (form.passwordField && form.method === "GET")
      return impossible("The sign-in form would put the password into an address, so nothing was sent.");
    const filled = fill(form, credential);
    if (!filled) return impossible("The site asks for a one-time code, and no secret for it was given.");
    if (form.passwordField) sentPassword = true;
    shown = await visit(request(form, filled, page.finalUrl, cookies));
  }
  return { outcome: "refused", reason: "The site asked for a code again after one was given." };
}

function fill(form: LoginForm, credential: LoginCredential): URLSearchParams | null {
  const filled = new URLSearchParams(form.fields);
  if (form.userField) filled.set(form.userField, credential.username);
  if (form.passwordField) filled.set(form.passwordField, credential.password);
  if (form.codeField) {
    if (!credential.oneTimeCode) {
      // Beside the password the code may be optional; alone it is what the page is about.
      return form.passwordField ? filled : null;
    }
    filled.set(form.codeField, credential.oneTimeCode());
  }
  return filled;
}

function request(form: LoginForm, filled: URLSearchParams, referer: string, cookies: SourceCookies): FetchRequest {
  const headers = { referer, origin: new URL(referer).origin };
  if (form.method === "GET") {
    const url = new URL(form.action);
    url.search = filled.toString();
    return { url: url.href, cookies, headers };
  }
  return {
    url: form.action,
    method: "POST",
    body: filled.toString(),
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    cookies,
  };
}

function impossible(reason: string): SignInResult {
  return { outcome: "impossible", reason };
}

function originOf(url: string): string {
  return new URL(url).origin;
}
