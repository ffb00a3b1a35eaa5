import { expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { getChange } from "@/server/sources/changes/get-change";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
useScanning();

interface Made {
  /** Paths with their titles; those that are `listed` are led to by the front page. */
  pages: Record<string, string>;
  listed: string[];
  faults: string[];
}

async function aSite(made: Made) {
  const markup = (title: string, main: string) =>
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${main}</main></body></html>`;
  const site = await startSite(
    {},
    ({ path }) => {
      if (made.faults.includes(path)) return { status: 403 };
      const title = made.pages[path];
      if (title)
        return {
          body: markup(
            title,
            `<p>How ${title} came about, what it took, and what our customers have made of it since it was finished.</p>`,
          ),
        };
      const links = made.listed.map((to) => `<li><a href="${to}">${made.pages[to] ?? to}</a></li>`).join("");
      return path === "/"
        ? { body: markup("Work", `<p>What we have done, all of it in our own hall.</p><ul>${links}</ul>`) }
        : { status: 404 };
    },
    () => {},
  );
  allowSite(site);
  return site;
}

const work = { "/work/gate": "The lock gate", "/work/mast": "The mast", "/work/quay": "The quay wall" };

async function told(ctx: WorkspaceContext) {
  const { changes } = await listChanges(ctx, listChangesInput.parse({}));
  return changes.map(({ page, kinds, summary }) => [new URL(page.url).pathname, kinds.join(), summary]);
}

test("a page that a later run finds is told once, by its title and its place, and not by the list that leads to it", async () => {
  const made: Made = { pages: { ...work }, listed: Object.keys(work), faults: ["/work/late"] };
  made.listed.push("/work/late");
  const site = await aSite(made);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/`, "site");
  // What only could not be had before is not new.
  made.faults = [];
  made.pages["/work/late"] = "The late one";
  await scanAgain(ctx, source.id);
  expect((await told(ctx)).filter(([, kinds]) => kinds === "page_added")).toEqual([]);
  made.pages["/work/crane"] = "The harbour crane";
  made.listed.push("/work/crane", "/tag/cranes", "/?page=2");
  made.pages["/tag/cranes"] = "Everything about cranes";
  await scanAgain(ctx, source.id);
  const found = (await told(ctx)).filter(([, kinds]) => kinds === "page_added");
  expect(found).toEqual([["/work/crane", "page_added", 'New page: "The harbour crane", /work/crane']]);
  const { changes } = await listChanges(ctx, listChangesInput.parse({}));
  const change = await getChange(ctx, changes.find(({ kinds }) => kinds.includes("page_added"))?.id ?? "");
  expect(change).toMatchObject({ before: null, beforeSnapshotId: null, after: { revision: 1 }, rows: [] });
  await scanAgain(ctx, source.id);
  expect((await told(ctx)).filter(([, kinds]) => kinds === "page_added")).toHaveLength(1);
  await site.close();
});

test("a list that only leads to the new page says nothing of its own", async () => {
  const made: Made = { pages: { ...work }, listed: Object.keys(work), faults: [] };
  const site = await aSite(made);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/`, "site");
  made.pages["/work/crane"] = "The harbour crane";
  made.listed.push("/work/crane");
  await scanAgain(ctx, source.id);
  expect(await told(ctx)).toEqual([
    ["/work/crane", "page_added", 'New page: "The harbour crane", /work/crane (also on 1 other page)'],
  ]);
  await site.close();
});

test("a page that nothing leads to in two runs is told as gone once, though it still answers, and as there again when it is", async () => {
  const made: Made = { pages: { ...work, "/work/crane": "The harbour crane" }, listed: [], faults: [] };
  made.listed = Object.keys(made.pages);
  const site = await aSite(made);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/`, "site");
  made.listed.pop();
  await scanAgain(ctx, source.id);
  const before = (await told(ctx)).filter(([path]) => path === "/work/crane");
  expect(before).toEqual([]);
  await scanAgain(ctx, source.id);
  await scanAgain(ctx, source.id);
  const gone = [
    "/work/crane",
    "page_removed",
    'The page "The harbour crane" is no longer listed: nothing on the site leads to it any more.',
  ];
  expect((await told(ctx)).filter(([path]) => path === "/work/crane")).toEqual([gone]);
  made.listed.push("/work/crane");
  await scanAgain(ctx, source.id);
  expect((await told(ctx)).filter(([path]) => path === "/work/crane")).toEqual([
    ["/work/crane", "page_added", expect.stringMatching(/^The page "The harbour crane" is there again: \/work\/crane/)],
    gone,
  ]);
  await site.close();
});

test("a page that says the same at another address has moved, which changes no words", async () => {
  const made: Made = { pages: { ...work }, listed: Object.keys(work), faults: [] };
  const site = await aSite(made);
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/`, "site");
  delete made.pages["/work/quay"];
  made.pages["/projects/quay-wall"] = "The quay wall";
  made.listed = made.listed.map((path) => (path === "/work/quay" ? "/projects/quay-wall" : path));
  await scanAgain(ctx, source.id);
  const { changes } = await listChanges(ctx, listChangesInput.parse({ verdict: "wording" }));
  expect(changes.map(({ summary }) => summary)).toEqual([]);
  expect((await told(ctx)).find(([path]) => path === "/projects/quay-wall")?.[2]).toBe(
    'The page "The quay wall" has moved here from /work/quay',
  );
  await site.close();
});
