import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { snapshots, sourceCredentials } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { type LoginPortalOptions, startLoginPortalSite } from "@/e2e/sites/login-portal/login-portal-site";
import { type FetchOutcome, fetchPage } from "@/server/crawling/fetching";
import type { RunningEngine } from "@/server/jobs/engine";
import { listNotifications } from "@/server/notifications/list-notifications";
import { logger } from "@/server/platform/logging";
import { fileStorage } from "@/server/platform/ports";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { createSource } from "@/server/sources/create-source";
import { setCredential } from "@/server/sources/credentials/set-credential";
import { openSourceSession, type WaysToSignIn } from "@/server/sources/credentials/source-session";
import { requireSource } from "@/server/sources/queries";
import { createSourceInput } from "@/server/sources/schemas";
import { allowSite } from "./testing/allow-site";
import { asCaller, signedIn } from "./testing/as-caller";
import { startEngine } from "./testing/start-engine";
import { scanAgain } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const password = "canary-otter-lantern-42";

const ofSource = (id: string) => eq(sourceCredentials.sourceId, id);
const overHttp: WaysToSignIn = {
  exchange: (request) => fetchPage(request),
  inBrowser: () => expect.unreachable(),
};
/** Not sent to the sign-in page. */
const isShown = (outcome: FetchOutcome) => outcome.kind === "fetched" && !outcome.page.finalUrl.includes("/login");

async function aPortal(options: LoginPortalOptions = {}) {
  const site = await startLoginPortalSite({ password, ...options });
  allowSite(site);
  cleanups.push(() => site.close());
  return site;
}

async function aSource(
  ctx: WorkspaceContext,
  site: { origin: string },
  login: { username: string; password?: string; totpSecret?: string },
) {
  const url = `${site.origin}/tenders`;
  const input = { url, kind: "portal", scanNow: false, budget: { pages: 2 } };
  const source = await createSource(ctx, createSourceInput.parse(input));
  await setCredential(ctx, { sourceId: source.id, loginUrl: `${site.origin}/login`, password, ...login });
  return source;
}

test("what is behind a sign-in is read, and the secrets of it stand nowhere: not in records, jobs, logs or replies", async () => {
  const said: string[] = [];
  for (const level of ["debug", "info", "warn", "error"] as const)
    vi.spyOn(logger, level).mockImplementation((...line: unknown[]) => void said.push(JSON.stringify(line)));
  const site = await aPortal({ hasOneTimeCode: true });
  const ctx = await aWorkspace();
  const { username, oneTimeSecret: totpSecret } = site;
  const source = await aSource(ctx, site, { username, totpSecret });
  expect(await scanAgain(ctx, source.id)).toMatchObject({ status: "finished" });
  expect(site.requests.filter(({ note }) => note === username).length).toBeGreaterThan(1);
  const session = site.requests.findLast(({ note }) => note === username)?.headers.cookie?.split("=")[1] ?? "";
  expect(session).toMatch(/^[0-9a-f]{24}$/);

  const tables = await database().sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'jobs')`;
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await database().sql.unsafe(`select t::text as row from ${name} t`);
    rows.push(...found.map(({ row }) => String(row)));
  }
  const caller = await asCaller(await signedIn(ctx.userId, ctx.workspace.slug));
  const replies = [
    await caller.sources.get({ id: source.id }),
    await caller.sources.list({}),
    await caller.audit.list({}),
  ];
  for (const secret of [password, totpSecret, session]) {
    expect(rows.filter((row) => row.includes(secret))).toEqual([]);
    expect(JSON.stringify(replies) + said.join("\n")).not.toContain(secret);
  }
});

test("a portal that shows people their own password on every page: its pages are kept, and the secrets stand in none of them", async () => {
  const site = await aPortal({ hasOneTimeCode: true, showsSecrets: true });
  const ctx = await aWorkspace();
  const { username, oneTimeSecret: totpSecret } = site;
  const source = await aSource(ctx, site, { username, totpSecret });
  expect(await scanAgain(ctx, source.id)).toMatchObject({ status: "finished", problems: [] });
  const shown = await fetchPage({
    url: `${site.origin}/tenders`,
    cookies: (await openSourceSession(ctx, source)).cookies,
  });
  expect(shown).toMatchObject({ page: { text: expect.stringContaining(password) } });

  const kept = await inWorkspace(ctx, (tx) => tx.select({ key: snapshots.storageKey }).from(snapshots));
  expect(kept.length).toBeGreaterThan(0);
  const texts: string[] = [];
  for (const { key } of kept) {
    const parts: Buffer[] = [];
    for await (const part of await fileStorage().get(key)) parts.push(Buffer.from(part));
    texts.push(Buffer.concat(parts).toString("utf8"));
  }
  expect(texts.every((text) => text.includes("Your account"))).toBe(true);
  const tables = await database().sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'jobs')`;
  for (const { name } of tables) {
    const rows = await database().sql.unsafe(`select t::text as row from ${name} t`);
    texts.push(...rows.map(({ row }) => String(row)));
  }
  for (const secret of [password, totpSecret]) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
});

test("a sealed password or session that was moved to another source or another workspace does not open there", async () => {
  const site = await aPortal();
  const [here, there] = [await aWorkspace(), await aWorkspace()];
  const source = await aSource(here, site, { username: site.username });
  const opened = await openSourceSession(here, source);
  expect(await opened.signIn(overHttp)).toBe(true);
  await opened.save();
  const [sealed] = await inWorkspace(here, (tx) => tx.select().from(sourceCredentials));
  for (const [ctx, url] of [
    [there, site],
    [here, await aPortal()],
  ] as const) {
    const other = await aSource(ctx, url, { username: site.username });
    const move = async (values: Partial<typeof sourceCredentials.$inferInsert>) => {
      await database().sql`update source_credentials set session_sealed = null where source_id = ${other.id}`;
      await database().db.update(sourceCredentials).set(values).where(ofSource(other.id));
    };
    await move({ sessionSealed: sealed?.sessionSealed ?? null });
    await expect(openSourceSession(ctx, other)).rejects.toThrow(/does not belong here/);
    await move({ passwordSealed: sealed?.passwordSealed ?? "" });
    await expect((await openSourceSession(ctx, other)).signIn(overHttp)).rejects.toThrow(/does not belong here/);
  }
});

test("a sign-in page that is not encrypted is refused before anything is kept", async () => {
  const ctx = await aWorkspace();
  const input = createSourceInput.parse({ url: "https://portal.example/tenders", kind: "portal", scanNow: false });
  const { id: sourceId } = await createSource(ctx, input);
  const login = { sourceId, loginUrl: "http://portal.example/login", username: "ada", password };
  await expect(setCredential(ctx, login)).rejects.toThrow(/encrypted \(https\)/);
  expect(await inWorkspace(ctx, (tx) => tx.select().from(sourceCredentials).where(ofSource(sourceId)))).toEqual([]);
});

test("a refused password is sent twice at most, whoever asks for another run; then people are told and it rests", async () => {
  const site = await aPortal();
  const ctx = await aWorkspace();
  const admin = await aMember(ctx, "admin");
  const source = await aSource(ctx, site, { username: site.username, password: "wrong" });
  for (let run = 0; run < 3; run++) await scanAgain(ctx, source.id);
  expect(site.requests.filter(({ note }) => note === "wrong password")).toHaveLength(2);
  const caller = await asCaller(await signedIn(ctx.userId, ctx.workspace.slug));
  expect((await caller.sources.get({ id: source.id })).credential).toMatchObject({ isPaused: true });
  const { notifications } = await listNotifications(admin, { limit: 50 });
  expect(notifications.filter(({ title }) => title.includes("was stopped"))).toHaveLength(1);
  await setCredential(ctx, {
    sourceId: source.id,
    loginUrl: `${site.origin}/login`,
    username: site.username,
    password,
  });
  expect((await caller.sources.get({ id: source.id })).credential).toMatchObject({ isPaused: false });
});

test("in fifty visits of two workspaces to one portal, nobody is ever shown a page under the other's name", async () => {
  const site = await aPortal({ username: "ada@one.example", colleagues: ["ben@two.example"] });
  const people: { ctx: WorkspaceContext; username: string; id: string }[] = [];
  for (const username of ["ada@one.example", "ben@two.example"]) {
    const ctx = await aWorkspace();
    people.push({ ctx, username, id: (await aSource(ctx, site, { username })).id });
  }
  const visit = async (turn: number) => {
    const person = people[turn % people.length];
    if (!person) return;
    const { ctx, id, username } = person;
    const session = await openSourceSession(ctx, await inWorkspace(ctx, (tx) => requireSource(tx, ctx, id)));
    const ask = () =>
      fetchPage({ url: `${site.origin}/tenders?for=${username}&turn=${turn}`, cookies: session.cookies });
    if (!isShown(await ask())) {
      expect(await session.signIn(overHttp)).toBe(true);
      await ask();
    }
    await session.save();
  };
  for (let turn = 0; turn < 50; turn += 5) {
    // Half of them meet the wall again.
    if (turn % 10 === 0) site.set({ signOutAll: true });
    await Promise.all(Array.from({ length: 5 }, (_, of) => visit(turn + of)));
  }
  const shown = site.requests.filter(({ path, note }) => path.startsWith("/tenders?for=") && note);
  expect(shown.length).toBeGreaterThan(30);
  expect(shown.filter(({ path, note }) => !path.startsWith(`/tenders?for=${note}&`))).toEqual([]);
});
