import { type BrowserContext, expect, type Page, type Request } from "@playwright/test";

/** In the page: elements and attributes that text of others must never become. */
function whatRuns(): string[] {
  const bad: string[] = [];
  for (const element of document.body.querySelectorAll("*")) {
    const name = element.localName;
    if (/^(iframe|object|embed|base|meta|link|form)$/.test(name) && !element.closest("form")) bad.push(`<${name}>`);
    if (name === "script" && !element.hasAttribute("nonce") && !(element as HTMLScriptElement).nonce)
      bad.push("<script>");
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith("on") || attribute === "srcdoc") bad.push(`<${name} ${attribute}>`);
      if (!/^(href|src|action|formaction|xlink:href)$/.test(attribute)) continue;
      const { protocol } = new URL(value, location.href);
      const isShown = /^(https?:|mailto:)$/.test(protocol) || (name === "img" && /^(data|blob):$/.test(protocol));
      if (!isShown) bad.push(`<${name} ${attribute}="${value.slice(0, 80)}">`);
    }
  }
  return bad;
}

/**
 * From now on all is noted that words of others must not bring about in the page: dialogs, windows, requests to elsewhere,
 * violations of the policy. Begin on a page of the application, whose origin is the one that may be asked.
 */
export async function watchPage(context: BrowserContext, page: Page) {
  const seen: string[] = [];
  /** What the page has asked for and not got yet; its live channel never ends. */
  const asked = new Set<Request>();
  const { origin } = new URL(page.url());
  page.on("dialog", async (dialog) => {
    seen.push(`a dialog: ${dialog.message()} at ${page.url()}`);
    await dialog.dismiss();
  });
  page.on("popup", () => seen.push(`a window at ${page.url()}`));
  page.on("request", (request) => {
    const { protocol, origin: to, pathname } = new URL(request.url());
    if (pathname.startsWith("/api/trpc")) asked.add(request);
    if (!["data:", "blob:"].includes(protocol) && to !== origin) seen.push(`a request to ${request.url()}`);
  });
  for (const end of ["requestfinished", "requestfailed"] as const) {
    page.on(end as "requestfinished", (request) => void asked.delete(request));
  }
  await context.exposeFunction("tellOfViolation", (told: string) => void seen.push(`the policy stopped ${told}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const tell = (window as unknown as { tellOfViolation: (told: string) => void }).tellOfViolation;
      tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample} on ${location.pathname}`);
    });
  });
  const running = () => page.evaluate(whatRuns);
  return {
    seen,
    /** What stands in the page at this moment and runs, loads or leads anywhere. */
    running,
    /** Once all that was asked for has come and is drawn, nothing of it may run, load or lead anywhere. */
    async look(place: string, words: string[] = []) {
      let quiet = 0;
      const isQuiet = () => {
        quiet = asked.size === 0 ? quiet + 1 : 0;
        return quiet;
      };
      await expect.poll(isQuiet, { timeout: 90_000, intervals: [60] }).toBeGreaterThan(3);
      for (const text of words) await expect(page.getByRole("main"), place).toContainText(text, { timeout: 90_000 });
      await page.mouse.wheel(0, 20_000);
      expect(await running(), place).toEqual([]);
      expect(seen, place).toEqual([]);
    },
  };
}
