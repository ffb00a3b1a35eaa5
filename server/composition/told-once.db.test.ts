import { expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
useScanning();

const things = ["Gauntlet", "Apron", "Visor", "Boots"];

test("a price that the list of a site and the thing's own page show is told once, by the thing's page", async () => {
  let price = "€10.00";
  const priceOf = (name: string) => (name === "Gauntlet" ? price : "€7.50");
  const page = (title: string, main: string) =>
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><header><a href="/">Home</a></header><main><h1>${title}</h1>${main}</main></body></html>`;
  const site = await startSite(
    {},
    ({ path }) => {
      const thing = things.find((name) => path === `/${name.toLowerCase()}`);
      if (thing)
        return {
          body: page(
            thing,
            `<p>${priceOf(thing)}</p><p>The ${thing.toLowerCase()} lasts for years of hard work and can be repaired.</p>`,
          ),
        };
      const cards = things.map(
        (name) => `<div><h2><a href="/${name.toLowerCase()}">${name}</a></h2><p>${priceOf(name)}</p></div>`,
      );
      return path === "/"
        ? { body: page("Work clothes", `<p>What we make, all of it in our own hall.</p>${cards.join("")}`) }
        : { status: 404 };
    },
    () => {},
  );
  allowSite(site);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/`, "site");
  price = "€12.00";
  const run = await scanAgain(ctx, source.id);
  const { changes } = await listChanges(ctx, listChangesInput.parse({}));
  expect(changes.map(({ page, summary }) => [new URL(page.url).pathname, summary])).toEqual([
    ["/gauntlet", expect.stringMatching(/€10\.00 to €12\.00 .*also on 1 other page/)],
  ]);
  expect(run.counts).toMatchObject({ changed: 2, changes: 1 });
  const put = await listChanges(ctx, listChangesInput.parse({ archived: "only" }));
  expect(put.changes.map(({ page }) => new URL(page.url).pathname)).toEqual(["/"]);
  await site.close();
});

test("how many there are now is told by the one that came, and another figure that moves as far stands for itself", async () => {
  let made = things;
  const page = (title: string, main: string) =>
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><header><a href="/">Home</a><a href="/hall">The hall</a><a href="/team">The team</a></header><main><h1>${title}</h1>${main}</main></body></html>`;
  const site = await startSite(
    {},
    ({ path }) => {
      const thing = made.find((name) => path === `/things/${name.toLowerCase()}`);
      if (thing)
        return {
          body: page(thing, `<p>The ${thing.toLowerCase()} lasts for years of hard work, and we repair it.</p>`),
        };
      const links = made.map((name) => `<li><a href="/things/${name.toLowerCase()}">${name}</a></li>`);
      if (path === "/") return { body: page("Work clothes", `<p>What we make.</p><ul>${links.join("")}</ul>`) };
      if (path === "/hall")
        return { body: page("The hall", `<p>In it we make all ${made.length} things that are on our list.</p>`) };
      if (path === "/team")
        return { body: page("The team", `<p>We are ${made.length + 8} people who sew, cut and pack.</p>`) };
      return { status: 404 };
    },
    () => {},
  );
  allowSite(site);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/`, "site");
  made = [...things, "Belt"];
  await scanAgain(ctx, source.id);
  const { changes } = await listChanges(ctx, listChangesInput.parse({ sourceId: source.id }));
  expect(changes.map(({ page, kinds }) => [new URL(page.url).pathname, kinds]).sort()).toEqual([
    ["/team", ["number"]],
    ["/things/belt", ["page_added"]],
  ]);
  await site.close();
});

test("a page that only sends on to another one has gone, and where it leads is told", async () => {
  let isMoved = false;
  const page = (title: string, main: string) =>
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><header><a href="/">Home</a></header><main><h1>${title}</h1>${main}</main></body></html>`;
  const sendsOn = `<!doctype html><html><head><title>Redirecting</title><noscript><meta http-equiv="refresh" content="1; url=../keeping/" /></noscript><script>window.location.replace("../keeping/" + window.location.hash);</script></head><body>Redirecting to <a href="../keeping/">../keeping/</a>...</body></html>`;
  const site = await startSite(
    {},
    ({ path }) => {
      if (path === "/")
        return {
          body: page(
            "Guides",
            `<p><a href="/tape/">Writing to tape</a> and <a href="/keeping/">how long to keep</a></p>`,
          ),
        };
      if (path === "/keeping/")
        return {
          body: page("How long to keep", "<p>Keep seven days, four weeks and twelve months of everything.</p>"),
        };
      if (path !== "/tape/") return { status: 404 };
      return { body: isMoved ? sendsOn : page("Writing to tape", "<p>Tapes are written one after the other.</p>") };
    },
    () => {},
  );
  allowSite(site);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/`, "site");
  isMoved = true;
  const run = await scanAgain(ctx, source.id);
  const { changes } = await listChanges(ctx, listChangesInput.parse({ sourceId: source.id }));
  expect(changes.map(({ page, summary }) => [new URL(page.url).pathname, summary])).toEqual([
    ["/tape/", 'The page "Writing to tape" is no longer there: its address leads to "How long to keep" now.'],
  ]);
  expect(run.counts).toMatchObject({ failed: 0 });
  await site.close();
});
