import { expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import { findChromium } from "@/server/crawling/browser/find-chromium";
import { previewSource } from "@/server/sources/preview-source";
import { allowSite } from "./testing/allow-site";

openTestDatabase();

/** Runs in the browser: a list under a heading that says little, and the page of an entry. */
const script = `
const entries = ["Radar upkeep", "Linen and laundry", "Storage vessels", "Badges"];
const due = (n) => 'Deadline: <time datetime="2031-05-0' + n + 'T12:00:00Z">' + n + ' May 2031 12:00</time>';
const row = (name, at) => '<div class="row"><h2><a href="/opportunities/' + (at + 1) + '">' + name + '</a></h2><div>Port of Elm</div><div>' + due(at + 1) + '</div></div>';
const page = (n) => '<main><h1>' + entries[n - 1] + '</h1><p>Tenders are invited by Port of Elm. ' + due(n) + '</p></main>';
const [, n] = /(\\d)$/.exec(location.pathname) ?? [];
document.getElementById("app").innerHTML = n ? page(n) : "<main><h1>Opportunities</h1>" + entries.map(row).join("") + "</main>";
`;
const shell = `<!doctype html><html lang="en"><head><title>Hub</title></head><body><div id="app"></div><script>${script}</script></body></html>`;

/** A list that might be of anything is judged by the pages to which it leads, and scripts draw these, too. */
test.skipIf(!findChromium())("a list of tenders that scripts draw is a portal, whatever its heading says", async () => {
  const site = await startSite(
    {},
    ({ path }) => (/^\/opportunities/.test(path) ? { body: shell } : { status: 404 }),
    () => {},
  );
  try {
    allowSite(site);
    const ctx = await aWorkspace();
    const found = await previewSource(ctx, { url: `${site.origin}/opportunities`, kind: "auto" });
    expect(found).toMatchObject({ kind: "portal", count: 4 });
    expect(found.reason).toContain("the pages to which they lead read as tenders");
  } finally {
    await site.close();
  }
});
