import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import { closeBrowser, describeBrowser, renderPage } from "@/server/crawling/browser";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { createSource } from "@/server/sources/create-source";
import { deleteCredential } from "@/server/sources/credentials/delete-credential";
import { setCredential } from "@/server/sources/credentials/set-credential";
import { openSourceSession } from "@/server/sources/credentials/source-session";
import { deleteSource } from "@/server/sources/delete-source";
import { requireSource } from "@/server/sources/queries";
import { createSourceInput } from "@/server/sources/schemas";
import { allowSite } from "./testing/allow-site";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
const isBrowserHere = (await describeBrowser()).kind !== "none";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});
afterAll(closeBrowser);

/** Keeps who came first in cookie, storage and database of the browser, and tells the server what it finds there at each visit. */
const remembers = `<p>Portal</p><p id=who></p><script>
  const asked = new URLSearchParams(location.search).get("for");
  const known = localStorage.getItem("who") ?? asked;
  localStorage.setItem("who", known);
  if (!/seen=/.test(document.cookie)) document.cookie = "seen=" + asked + "; path=/";
  document.getElementById("who").textContent = "known as " + known;
  fetch("/seen?for=" + asked + "&known=" + known, { method: "POST" });
</script>`;

async function aPortal() {
  const site = await startSite<void>(
    {},
    ({ path }) => (path === "/seen" ? { status: 204 } : { body: remembers }),
    () => {},
  );
  allowSite(site);
  cleanups.push(() => site.close());
  return site;
}

async function aSource(ctx: WorkspaceContext, origin: string) {
  const input = { url: `${origin}/tenders`, kind: "portal", scanNow: false };
  const source = await createSource(ctx, createSourceInput.parse(input));
  const login = { sourceId: source.id, loginUrl: `${origin}/login`, username: "ada", password: "otter-lantern" };
  const giveAnew = () => setCredential(ctx, login);
  await giveAnew();
  const session = async () => openSourceSession(ctx, await inWorkspace(ctx, (tx) => requireSource(tx, ctx, source.id)));
  return { id: source.id, session, giveAnew };
}

describe.skipIf(!isBrowserHere)(
  isBrowserHere ? "browsers that are signed in" : "browsers that are signed in (skipped: no Chromium)",
  () => {
    test("in fifty visits of two workspaces to one portal no browser shows one of them what it knows of the other", async () => {
      const site = await aPortal();
      const people = await Promise.all(
        ["ada", "ben"].map(async (name) => ({ name, source: await aSource(await aWorkspace(), site.origin) })),
      );
      const visit = async (turn: number) => {
        const { name = "", source } = people[turn % 2] ?? {};
        const session = await source?.session();
        if (!session) return expect.unreachable();
        const { contextKey, cookies } = session;
        const url = `${site.origin}/tenders?for=${name}`;
        const outcome = await renderPage({ url, contextKey, cookies, screenshot: false });
        await session.save();
        expect(outcome).toMatchObject({ page: { text: expect.stringContaining(`known as ${name}`) } });
      };
      for (let turn = 0; turn < 50; turn += 5)
        await Promise.all(Array.from({ length: 5 }, (_, of) => visit(turn + of)));
      const seen = site.requests.filter(({ path }) => path.startsWith("/seen"));
      expect(seen.length).toBeGreaterThanOrEqual(50);
      const mixed = seen.filter(({ path, headers }) => {
        const name = /for=(\w+)/.exec(path)?.[1];
        return path !== `/seen?for=${name}&known=${name}` || headers.cookie !== `seen=${name}`;
      });
      expect(mixed).toEqual([]);
    });

    test("a sign-in that is taken back, given anew, or whose source goes takes with it what the browser remembers", async () => {
      const site = await aPortal();
      const ctx = await aWorkspace();
      const source = await aSource(ctx, site.origin);
      const knownAs = async (contextKey: string, name: string) => {
        const url = `${site.origin}/tenders?for=${name}`;
        const outcome = await renderPage({ url, contextKey, screenshot: false });
        return outcome.kind === "fetched" ? /known as (\w+)/.exec(outcome.page.text ?? "")?.[1] : outcome.kind;
      };
      const keys = new Set<string>();
      const endings = [source.giveAnew, () => deleteCredential(ctx, source.id), () => deleteSource(ctx, source.id)];
      for (const [turn, end] of endings.entries()) {
        const { contextKey } = await source.session();
        keys.add(contextKey);
        expect(await knownAs(contextKey, `a${turn}`)).toBe(`a${turn}`);
        expect(await knownAs(contextKey, `b${turn}`)).toBe(`a${turn}`);
        await end();
        // Few looks: a context that was used fifty times is replaced in any case.
        await expect.poll(() => knownAs(contextKey, `c${turn}`), { timeout: 30_000, interval: 2_000 }).toBe(`c${turn}`);
      }
      // A process that has not heard of it meets another name, too.
      expect(keys.size).toBe(3);
    });
  },
);
