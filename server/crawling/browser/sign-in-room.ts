import type { Page } from "playwright-core";
import { requirePublicUrl } from "@/server/platform/egress";
import { endpointOf } from "@/server/platform/egress/url-policy";
import type { SourceCookies } from "../fetching/source-cookies";
import type { LoginCredential, SignInResult } from "../login/sign-in";
import { explainBrowser, refusalOf } from "./explain-browser";
import { findShownForm, type ShownForm } from "./find-shown-form";
import type { BrowserRoom } from "./open-browser";
import type { Navigation } from "./read-shown-page";
import { settlePage } from "./settle-page";

/** After the password one page may ask for a code. */
const maxForms = 2;
const answerMs = 8_000;
const stepMs = 5_000;

type SignInRoom = BrowserRoom & { navigation: Navigation; allowed: ReadonlySet<string> };

/**
 * Signs in through a form that only exists once scripts have run. Secrets are typed into the top document of the credential's origin only,
 * once at most; from just before that until the page is gone, the proxy lets this context reach nothing but that origin, so that
 * neither a script from elsewhere nor a form that was turned round can carry them off.
 */
export async function signInRoom(
  room: SignInRoom,
  credential: LoginCredential,
  cookies: SourceCookies,
): Promise<SignInResult> {
  const { context, page, pass, navigation } = room;
  let isSent = false;
  try {
    const url = requirePublicUrl(credential.loginUrl, room.allowed).href;
    pass.renew();
    navigation.reset();
    await context.clearCookies();
    await context.addCookies(cookies.forBrowser(url));
    await page.goto(url, { waitUntil: "domcontentloaded", timeout: 20_000 });
    const refused = refusalOf(pass, navigation);
    if (refused) return { outcome: "unreachable", reason: refused.reason };
    await settlePage(page, undefined, () => stepMs);
    for (let forms = 0; forms <= maxForms; forms++) {
      const form = await findShownForm(page);
      if (!form && !isSent) return impossible("There is no sign-in form at this address.");
      if (!form) {
        cookies.takeFromBrowser(await context.cookies());
        return { outcome: "signed_in" };
      }
      if (isSent && form.password) {
        return { outcome: "refused", reason: "The site did not accept this name and password." };
      }
      pass.restrictTo(new Set([endpointOf(credential.origin)]));
      if (originOf(page.url()) !== credential.origin || originOf(form.action) !== credential.origin) {
        return impossible(
          "The sign-in form belongs to another site than the one this password is for, so nothing was typed.",
        );
      }
      if (form.code && !form.password && !credential.oneTimeCode)
        return impossible("The site asks for a one-time code, and no secret for it was given.");
      isSent ||= form.password !== null;
      await type(form, credential);
      await send(page, form);
      if (refusalOf(pass, navigation)) {
        return {
          outcome: "refused",
          reason: "The form led to another site, to which nothing of the sign-in was carried.",
        };
      }
    }
    return { outcome: "refused", reason: "The site asked for a code again after one was given." };
  } catch (error) {
    const reason = explainBrowser(error, navigation.response !== null).reason;
    // Whether it arrived is not known; an attempt that is not counted could be repeated until the account is locked.
    return isSent ? { outcome: "refused", reason } : { outcome: "unreachable", reason };
  } finally {
    await page.goto("about:blank", { timeout: 2_000 }).catch(() => {});
    pass.restrictTo(null);
  }
}

async function type(form: ShownForm, credential: LoginCredential): Promise<void> {
  await form.user?.fill(credential.username, { timeout: stepMs });
  await form.password?.fill(credential.password, { timeout: stepMs });
  if (form.code && credential.oneTimeCode) await form.code.fill(credential.oneTimeCode(), { timeout: stepMs });
}

/** Until the fields that were filled have gone, or the site has had its time to answer. */
async function send(page: Page, form: ShownForm): Promise<void> {
  const field = form.password ?? form.code;
  if (form.button) await form.button.click({ timeout: stepMs, noWaitAfter: true });
  else await field?.press("Enter", { timeout: stepMs, noWaitAfter: true });
  await field?.waitForElementState("hidden", { timeout: answerMs }).catch(() => {});
  await page.waitForLoadState("domcontentloaded", { timeout: answerMs }).catch(() => {});
  await settlePage(page, undefined, () => stepMs);
}

function impossible(reason: string): SignInResult {
  return { outcome: "impossible", reason };
}

function originOf(url: string): string | null {
  return URL.parse(url)?.origin ?? null;
}
