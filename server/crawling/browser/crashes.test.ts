import { afterEach, describe, expect, it } from "vitest";
import { Loopback } from "@/server/platform/egress/testing/loopback";
import { CrawlBrowser } from "./crawl-browser";
import { findChromium } from "./find-chromium";
import { type OpenBrowser, type OpenBrowserOptions, openBrowser } from "./open-browser";
import { sites } from "./testing/sites";

const executablePath = await findChromium();
const loopback = new Loopback();
const allowed = new Set<string>();
const site = sites(loopback, allowed);

afterEach(() => loopback.closeAll());

/** A browser of the crawler's, and every one that it has opened. */
function aBrowser() {
  const opened: OpenBrowser[] = [];
  const open = async (options: OpenBrowserOptions) => {
    const one = await openBrowser(options);
    opened.push(one);
    return one;
  };
  const own = new CrawlBrowser({ executablePath, allowed, open });
  loopback.onClose(() => own.close());
  return { own, opened };
}

describe.skipIf(!executablePath)(
  executablePath ? "when a page or the browser crashes" : "when a page or the browser crashes (skipped: no Chromium)",
  () => {
    it("the next page is shown, and the one in the middle of its visit is shown again", async () => {
      let visits = 0;
      const { url } = await site({
        "/": "fine",
        // The first visit waits for what never comes.
        "/slow": (_, response) => {
          response.writeHead(200, { "content-type": "text/html" }).write("<p>fine");
          if (++visits > 1) response.end();
          else void crash("**/slow");
        },
      });
      const { own, opened } = aBrowser();
      const crash = async (shown?: string) => {
        const page = opened.at(-1)?.browser.contexts()[0]?.pages()[0];
        if (!page) throw new Error("there is no page to crash");
        // Before the document has taken its place, the process that it replaces would be the one that dies.
        if (shown) await page.waitForURL(shown, { waitUntil: "commit" });
        const session = await page.context().newCDPSession(page);
        const crashed = new Promise((resolve) => page.once("crash", resolve));
        // Who has crashed does not answer.
        void session.send("Page.crash").catch(() => {});
        await crashed;
      };
      const show = (path: string) => own.render({ url: url + path, contextKey: "a", screenshot: false });
      expect(await show("/")).toMatchObject({ kind: "fetched" });
      expect(await show("/slow")).toMatchObject({ kind: "fetched" });
      expect(visits).toBe(2);
      await crash();
      expect(await show("/")).toMatchObject({ kind: "fetched" });
      expect(opened.length).toBe(1);
      await opened[0]?.browser.close();
      expect(await show("/")).toMatchObject({ kind: "fetched" });
      expect(opened.length).toBe(2);
    });

    it("the page is shown again in a new context, also when no answer had come yet, whoever died", async () => {
      for (const victim of ["renderer", "browser"]) {
        let visits = 0;
        const { own, opened } = aBrowser();
        const { url } = await site({
          "/": "fine",
          // The first visit gets nothing, not even headers.
          "/unanswered": (_, response) => {
            if (++visits > 1) response.writeHead(200, { "content-type": "text/html" }).end("<p>fine");
            else void crash();
          },
        });
        const crash = async () => {
          const { browser: crashing } = opened.at(-1) ?? {};
          if (!crashing) throw new Error("there is nothing to crash");
          const session = await crashing.newBrowserCDPSession();
          const { processInfo } = await session.send("SystemInfo.getProcessInfo");
          // By the system: while a visit is on its way, the browser refuses to crash a page when asked.
          for (const { type, id } of processInfo) if (type === victim) process.kill(id, "SIGKILL");
        };
        const show = (path: string) => own.render({ url: url + path, contextKey: "a", screenshot: false });
        // Warm and cold: a context that has shown pages before, and one whose first visit this is.
        for (const isWarm of [true, false]) {
          visits = 0;
          if (isWarm) expect(await show("/"), victim).toMatchObject({ kind: "fetched" });
          else await own.forget("a");
          const started = performance.now();
          expect(await show("/unanswered"), `${victim}, warm: ${isWarm}`).toMatchObject({ kind: "fetched" });
          expect(visits).toBe(2);
          // At once, not when the time for the visit is over.
          expect(performance.now() - started).toBeLessThan(15_000);
        }
      }
    });

    it("no browser is left behind, whenever it is closed and asked again", async () => {
      const { url } = await site({ "/": "fine" });
      const { own, opened } = aBrowser();
      const show = () => own.render({ url, contextKey: "a", screenshot: false });
      await show();
      const closing = own.close();
      expect(await show()).toMatchObject({ kind: "fetched" });
      await closing;
      await show();
      await own.close();
      expect(opened.length).toBe(2);
      expect(opened.filter(({ browser: one }) => one.isConnected())).toEqual([]);
    });
  },
);
