/** The browser: shows and reads pages that need one, each source in a context of its own, behind the filtering proxy. */
import { env } from "@/lib/env";
import type { FetchOutcome } from "../fetching/fetched-page";
import type { SourceCookies } from "../fetching/source-cookies";
import type { LoginCredential, SignInResult } from "../login/sign-in";
import { CrawlBrowser } from "./crawl-browser";
import { findChromium } from "./find-chromium";
import type { RenderRequest } from "./render-request";

export type { PageAction, RenderRequest } from "./render-request";

// Route bundles are separate module instances of one process; they share the browser.
const holder = globalThis as typeof globalThis & { outriderBrowser?: Promise<CrawlBrowser> };

function shared(): Promise<CrawlBrowser> {
  holder.outriderBrowser ??= findChromium().then(
    (executablePath) =>
      new CrawlBrowser({
        executablePath,
        wsUrl: env.BROWSER_WS_URL,
        proxyAddress: env.BROWSER_PROXY_ADDRESS,
        allowed: env.OUTRIDER_CRAWL_ALLOW,
      }),
  );
  return holder.outriderBrowser;
}

/** Shows one page in the shared browser, behind the filtering proxy. Never throws for what a page or the browser does; without a browser the code is `no_browser`. */
export async function renderPage(request: RenderRequest): Promise<FetchOutcome> {
  return (await shared()).render(request);
}

/** Signs in through a form that only exists in a browser; see CrawlBrowser. */
export async function signInWithBrowser(
  credential: LoginCredential,
  request: { contextKey: string; cookies: SourceCookies; signal: AbortSignal },
): Promise<SignInResult> {
  return (await shared()).signIn(credential, request);
}

/** Wipes cookies and storage of one context: when its credential is taken back or its source is deleted. */
export async function forgetContext(contextKey: string): Promise<void> {
  await (await holder.outriderBrowser)?.forget(contextKey);
}

/** Ends the shared browser, when the process stops. */
export async function closeBrowser(): Promise<void> {
  await (await holder.outriderBrowser)?.close();
  delete holder.outriderBrowser;
}

/** Whether pages that need a browser can be shown here, and by which. For the operator's page and `doctor`. */
export async function describeBrowser(): Promise<{ kind: "remote" | "local" | "none"; where: string | null }> {
  if (env.BROWSER_WS_URL) return { kind: "remote", where: new URL(env.BROWSER_WS_URL).host };
  const path = await findChromium();
  return { kind: path ? "local" : "none", where: path };
}
