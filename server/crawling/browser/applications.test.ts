import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Loopback } from "@/server/platform/egress/testing/loopback";
import { CrawlBrowser } from "./crawl-browser";
import { findChromium } from "./find-chromium";
import type { RenderRequest } from "./render-request";
import { sites } from "./testing/sites";

const executablePath = await findChromium();
const loopback = new Loopback();
const allowed = new Set<string>();
let browser: CrawlBrowser;

beforeAll(() => {
  browser = new CrawlBrowser({ executablePath, allowed, maxContexts: 2 });
});
afterAll(() => browser.close());
afterEach(() => loopback.closeAll());

const site = sites(loopback, allowed);
const shown = async (url: string, more: Partial<RenderRequest>) => {
  const outcome = await browser.render({ url, contextKey: "a", screenshot: false, ...more });
  if (outcome.kind !== "fetched") throw new Error(outcome.kind === "failed" ? outcome.reason : outcome.kind);
  return outcome.page;
};
const namesIn = (text: string | null) =>
  [...(text ?? "").matchAll(/Call for bids no (\d+)/g)].map(([, no]) => Number(no));

/** Only the rows in sight exist; more are asked for at the end of those that have come. */
const virtual = (box: string) => `<div id=app></div><script>
  const rows = [];
  let isAsking = false;
  const box = ${box};
  const sizer = Object.assign(document.createElement("div"), { style: "position:relative" });
  box.append(sizer);
  const frame = document.scrollingElement === box ? innerHeight : 0;
  async function more() {
    if (isAsking || rows.length >= 42) return;
    isAsking = true;
    rows.push(...(await (await fetch("/rows?from=" + rows.length)).json()).hits);
    isAsking = false;
    draw();
  }
  function draw() {
    sizer.style.height = rows.length * 60 + "px";
    const first = Math.floor(box.scrollTop / 60);
    const last = Math.min(rows.length, Math.ceil((box.scrollTop + (frame || box.clientHeight)) / 60) + 1);
    sizer.replaceChildren(...rows.slice(first, last).map(({ id, name }, at) => {
      const row = document.createElement("div");
      row.style = "position:absolute;height:60px;top:" + (first + at) * 60 + "px";
      row.innerHTML = '<a href="?id=' + id + '">' + name + "</a><span>" + (Date.now() % 1000) + " seen</span>";
      return row;
    }));
    if (last >= rows.length) more();
  }
  (frame ? window : box).addEventListener("scroll", draw);
  addEventListener("resize", () => { draw(); });
  more();
</script>`;
const inner =
  '(() => { const one = document.createElement("div"); one.style = "height:300px;width:600px;overflow-y:auto"; app.append(one); return one; })()';
const rows = Object.fromEntries(
  [0, 14, 28].map((from) => [
    `/rows?from=${from}`,
    (_: unknown, response: { writeHead: (status: number, headers: object) => { end: (text: string) => void } }) =>
      response.writeHead(200, { "content-type": "application/json" }).end(
        JSON.stringify({
          hits: Array.from({ length: 14 }, (_one, at) => ({
            id: `k${from + at}`,
            name: `Call for bids no ${from + at}`,
          })),
        }),
      ),
  ]),
);
/** A long list that is all there, of which a script tells the time. */
const whole = `<main>${Array.from({ length: 60 }, (_, at) => `<div style="height:60px"><a href="/k${at}">Call for bids no ${at}</a></div>`).join("")}</main>
  <p id=now>Now</p><script>addEventListener("scroll", () => { now.textContent = "It is " + Date.now(); })</script>`;
const all = Array.from({ length: 42 }, (_, at) => at);

describe.skipIf(!executablePath)(
  executablePath ? "an application in the browser" : "an application in the browser (skipped: no Chromium)",
  () => {
    it("says that a box scrolls by itself, and hands out what its scripts asked for on its own site", async () => {
      const { url } = await site({ "/": virtual(inner), ...rows });
      const page = await shown(`${url}/`, { as: "list" });
      expect(page.asksToScroll).toBe(true);
      expect(namesIn(page.text).length).toBeLessThan(14);
      expect(page.answers?.map((text) => JSON.parse(text).hits.length)).toEqual([14]);
      const plain = await shown(`${url}/`, {});
      expect([plain.answers, plain.asksToScroll]).toEqual([undefined, undefined]);
    });

    it("says that rows come as the page is scrolled, whatever its markup says, and only of a list", async () => {
      const { url } = await site({ "/": virtual("document.scrollingElement"), ...rows, "/whole": whole });
      const asked = async (path: string, more: Partial<RenderRequest>) =>
        (await shown(url + path, more)).asksToScroll ?? false;
      expect(await asked("/", { as: "list" })).toBe(true);
      expect(await asked("/", { as: "entry" })).toBe(false);
      expect(await asked("/whole", { as: "list" })).toBe(false);
    });

    it.each([
      ["a box that scrolls by itself", inner],
      ["the window", "document.scrollingElement"],
    ])("shows all rows of %s that keeps only those in sight, each once and in order", async (_, box) => {
      const { url } = await site({ "/": virtual(box), ...rows });
      const page = await shown(`${url}/`, { as: "list", actions: [{ kind: "scroll", times: 50 }], screenshot: true });
      expect(page.screenshot).toBeDefined();
      expect(namesIn(page.text)).toEqual(all);
      expect(page.answers).toHaveLength(3);
    });

    const pressed = `<main id=app></main><script>
      const draw = () => {
        const no = location.pathname.split("/")[2];
        app.innerHTML = no
          ? "<h1>Call for bids no " + no + "</h1><p>Bids for the repair of the roof are due at noon.</p>"
          : [1, 2, 3].map((one) => "<p data-no=" + one + "><b>Call for bids no " + one + "</b> Roof</p>").join("");
      };
      app.onclick = ({ target }) => {
        const row = target.closest("[data-no]");
        if (row) { history.pushState({}, "", "/calls/" + row.dataset.no); draw(); }
      };
      onpopstate = draw;
      draw();
    </script>`;

    it("presses entries that carry no link, tells where they lead, and shows the list again", async () => {
      const { url } = await site({ "/calls": pressed });
      const texts = ["Call for bids no 1", "Call for bids no 3", "Call for bids no 9"];
      const page = await shown(`${url}/calls`, { as: "list", actions: [{ kind: "open", texts }] });
      expect(page.opened).toEqual([
        { text: texts[0], url: `${url}/calls/1` },
        { text: texts[1], url: `${url}/calls/3` },
      ]);
      expect(namesIn(page.text)).toEqual([1, 2, 3]);
      expect(page.finalUrl).toBe(`${url}/calls`);
    });

    it("comes back from entries that are whole pages, which are no redirects of the list", async () => {
      const rows = [1, 2].map((no) => `<p onclick="location.href='/calls/${no}'">Call for bids no ${no}</p>`).join("");
      const entries = Object.fromEntries([1, 2].map((no) => [`/calls/${no}`, `<h1>Roof ${no}</h1>`]));
      const { url } = await site({ "/calls": `<main>${rows}</main><script>0</script>`, ...entries });
      const texts = ["Call for bids no 1", "Call for bids no 2"];
      const page = await shown(`${url}/calls`, { as: "list", actions: [{ kind: "open", texts }] });
      expect(page.opened?.map((one) => one.url)).toEqual([`${url}/calls/1`, `${url}/calls/2`]);
      expect([page.finalUrl, page.redirects, namesIn(page.text).length > 1]).toEqual([`${url}/calls`, [], true]);
    });

    it("chooses every tab of an entry whose panel does not exist before, and the first again", async () => {
      const tabs = `<main><h1>Roof</h1><div role=tablist id=tabs></div><div role=tabpanel id=panel></div></main><script>
        const panels = [["About", "Bids for the roof."], ["Papers", '<a href="/terms.pdf">Terms</a>'], ["Changes", "None yet."]];
        const choose = (chosen) => {
          tabs.innerHTML = panels.map(([name], at) => "<button role=tab aria-selected=" + (at === chosen) + ">" + name + "</button>").join("");
          [...tabs.children].forEach((tab, at) => { tab.onclick = () => choose(at); });
          panel.innerHTML = panels[chosen][1];
        };
        choose(0);
      </script>`;
      const { url } = await site({ "/": tabs });
      const shownMain = async (more: Partial<RenderRequest>) =>
        (await shown(`${url}/`, more)).text?.split("<script")[0];
      const main = await shownMain({ as: "entry" });
      for (const words of [
        "Bids for the roof.",
        '<h2>Papers</h2><div role="tabpanel" id="panel"><a href="/terms.pdf"',
        "None yet.",
      ])
        expect(main?.split(words).length).toBe(2);
      expect(main).toContain('aria-selected="true">About');
      expect(await shownMain({})).not.toContain("None yet.");
    });

    it("keeps nothing that another site answered", async () => {
      const other = await site({
        "/data": (_, response) =>
          response
            .writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" })
            .end('{"hits":[{"id":"x","name":"stranger"}]}'),
      });
      const { url } = await site({ "/": `<p>list</p><script>fetch("${other.url}/data")</script>` });
      expect((await shown(`${url}/`, { as: "list" })).answers).toBeUndefined();
    });

    const list = `<main><h1>Calls</h1>${[1, 2, 3, 4].map((no) => `<p><a href="?view=k${no}">Call for bids no ${no}</a></p>`).join("")}</main>`;
    const text = "Bids for the repair of the roof are due on 5 May 2031 at noon. ".repeat(3);
    const consent = `<div role=dialog style="position:fixed;width:400px;height:200px"><h2>We value your privacy</h2><p>We use cookies and ask for your consent to show what you like and to count our visitors and theirs.</p></div>`;

    it.each([
      [
        "a drawer",
        `<div class=drawer role=dialog style="position:fixed;width:500px;height:400px"><h2>Roof</h2><p>${text}</p></div>`,
      ],
      [
        "a dialog without a role",
        `<div class="Panel_modal__x" style="position:absolute;width:500px;height:400px"><h2>Roof</h2><p>${text}</p></div>`,
      ],
      ["a part beside the list", `<section><h1>Roof</h1><p>${text}</p></section>`],
    ])("an entry that is drawn as %s is read without its list", async (_, drawn) => {
      const { url } = await site({ "/?view=k2": `${list.replace("<h1>Calls</h1>", "")}${drawn}${consent}` });
      const page = await shown(`${url}/?view=k2`, { as: "entry" });
      expect(page.text).toContain("repair of the roof");
      expect(namesIn(page.text)).toEqual([]);
      expect(namesIn((await shown(`${url}/?view=k2`, { as: "list" })).text)).toEqual([1, 2, 3, 4]);
    });

    it("a question about cookies is not taken for the entry", async () => {
      const { url } = await site({ "/e": `<main><h1>Roof</h1><p>${text}</p></main>${consent}` });
      expect((await shown(`${url}/e`, { as: "entry" })).text).toContain("repair of the roof");
    });
  },
);
