import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Loopback } from "@/server/platform/egress/testing/loopback";
import { CrawlBrowser } from "./crawl-browser";
import { findChromium } from "./find-chromium";
import { sites } from "./testing/sites";

const executablePath = await findChromium();
const loopback = new Loopback();
const allowed = new Set<string>();
const site = sites(loopback, allowed);
const canary = "violet-canary-8841";
/** In a script whose source does not hold it. */
const built = `["violet", "canary", "8841"].join("-")`;
let browser: CrawlBrowser;

beforeAll(() => {
  browser = new CrawlBrowser({ executablePath, allowed });
});
afterAll(() => browser.close());
afterEach(() => loopback.closeAll());

describe.skipIf(!executablePath)(
  executablePath ? "pages that show a password" : "pages that show a password (skipped: no Chromium)",
  () => {
    it("leave no picture, wherever it stands; pages beside them do, and the password never enters any page", async () => {
      const script = (text: string) => `<p>Account</p><div id=root></div><script>${text}</script>`;
      const revealed: Record<string, string> = {
        "/text": `<p>Your password: ${canary}</p>`,
        "/split": `<p>Your password: violet-<b>canary</b>-8841</p>`,
        "/revealed": script(
          `root.innerHTML = "<input type=password>"; root.firstChild.value = ${built}; root.firstChild.type = "text"`,
        ),
        "/area": script(`root.innerHTML = "<textarea>"; root.firstChild.value = "My " + ${built} + " of today"`),
        "/shadow": script(`root.attachShadow({ mode: "open" }).innerHTML = "<i>" + ${built} + "</i>"`),
        "/frame": `<iframe srcdoc="<p>${canary}</p>"></iframe>`,
      };
      const overheard: string[] = [];
      const { url } = await site({
        ...revealed,
        "/masked": script(`root.innerHTML = "<input type=password>"; root.firstChild.value = ${built}`),
        // A page that listens to whatever is compared or looked for inside it.
        "/plain": `<p>Tenders</p><script>
          for (const name of ["includes", "indexOf", "replaceAll", "split", "match"]) {
            const own = String.prototype[name];
            String.prototype[name] = function (...given) {
              navigator.sendBeacon("/heard", String(given[0]));
              return own.apply(this, given);
            };
          }
        </script>`,
        "/heard": async (request, response) => {
          for await (const part of request) overheard.push(String(part));
          response.writeHead(204).end();
        },
      });
      const pictureOf = async (path: string, secrets: string[]) => {
        const outcome = await browser.render({ url: url + path, contextKey: "a", secrets });
        if (outcome.kind !== "fetched") return expect.unreachable(`${path}: ${JSON.stringify(outcome)}`);
        return outcome.page.screenshot?.length ?? 0;
      };
      for (const path of Object.keys(revealed)) expect([path, await pictureOf(path, [canary])]).toEqual([path, 0]);
      for (const path of ["/masked", "/plain"]) expect(await pictureOf(path, [canary]), path).toBeGreaterThan(0);
      expect(await pictureOf("/text", [])).toBeGreaterThan(0);
      expect(overheard.join(" ")).not.toContain(canary);
    });
  },
);
