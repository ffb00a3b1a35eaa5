import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { sourceCredentials } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { env } from "@/lib/env";
import { resolveModel } from "@/server/models/resolve-model";
import { updateModelSettings } from "@/server/models/update-model-settings";
import { readUnsubscribe, signUnsubscribe } from "@/server/notifications/digest/unsubscribe-token";
import { currentSealPrefix, openText, SealError } from "@/server/platform/crypto";
import { onceByKey } from "@/server/platform/idempotency";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { createSource } from "@/server/sources/create-source";
import { sealedIn } from "@/server/sources/credentials/sealed-in";
import { setCredential } from "@/server/sources/credentials/set-credential";
import { openSourceSession } from "@/server/sources/credentials/source-session";
import { requireSource } from "@/server/sources/queries";
import { createSourceInput } from "@/server/sources/schemas";
import { resealSecrets } from "./reseal-secrets";

const database = openTestDatabase();
const secrets = [
  "the first secret of this installation, 4711",
  "the second secret of this installation, 4712",
] as const;
const before = env.OUTRIDER_SECRET;
const use = (current: string | undefined, old?: string) =>
  Object.assign(env, { OUTRIDER_SECRET: current, OUTRIDER_OLD_SECRET: old });
afterEach(() => {
  use(before);
  vi.restoreAllMocks();
});

const word = { password: "canary-otter-lantern", totp: "JBSWY3DPEHPK3PXP", apiKey: "sk-canary", answer: "canary-key" };

/** A workspace with one of everything that is kept sealed. */
async function aKeeper() {
  const ctx = await aWorkspace();
  const url = `https://portal.example/${ctx.workspace.slug}`;
  const input = createSourceInput.parse({ url, kind: "portal", scanNow: false });
  const source = await createSource(ctx, input);
  const { password, totp: totpSecret } = word;
  await setCredential(ctx, { sourceId: source.id, loginUrl: url, username: "ada", password, totpSecret });
  await saveSession(ctx, source.id, "first");
  await updateModelSettings(ctx, { provider: "openai", model: "m", apiKey: word.apiKey });
  await answered(ctx);
  return { ctx, sourceId: source.id };
}

/** As a run does that has signed in. */
async function saveSession(ctx: WorkspaceContext, sourceId: string, value: string) {
  const session = await openSourceSession(ctx, await inWorkspace(ctx, (tx) => requireSource(tx, ctx, sourceId)));
  session.cookies.take([`session=${value}; Path=/`], "https://portal.example/");
  await session.save();
}

const answered = (ctx: WorkspaceContext) => onceByKey(ctx, "k", { a: 1 }, async () => ({ apiKey: word.answer }));

/** Everything that was kept, as the product reads it. */
async function read({ ctx, sourceId }: { ctx: WorkspaceContext; sourceId: string }) {
  const [row] = await inWorkspace(ctx, (tx) => tx.select().from(sourceCredentials));
  const open = (column: string, sealed: string | null | undefined) =>
    openText(sealed ?? "", sealedIn(ctx.workspace.id, sourceId, column));
  const session = await openSourceSession(ctx, await inWorkspace(ctx, (tx) => requireSource(tx, ctx, sourceId)));
  const model = await resolveModel(ctx);
  return {
    password: open("password", row?.passwordSealed),
    totp: open("totp", row?.totpSealed),
    apiKey: model.kind === "model" ? model.access.apiKey : model.reason,
    answer: (await answered(ctx)).apiKey,
    session: session.cookies.header("https://portal.example/"),
  };
}

/** Rows of any table that hold something sealed under this key. */
async function rowsUnder(prefix: string): Promise<string[]> {
  const tables = await database().sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'jobs')`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database().sql.unsafe(`select t::text as row from ${name} t where strpos(t::text, $1) > 0`, [
      prefix,
    ]);
    found.push(...rows.map(() => name));
  }
  return found;
}

test("a secret is replaced while runs go on: all is read before, during and after, and nothing is left of the old one", async () => {
  use(secrets[0]);
  const oldPrefix = currentSealPrefix();
  const keepers = [await aKeeper(), await aKeeper()];
  const link = signUnsubscribe({
    workspaceId: keepers[0]?.ctx.workspace.id ?? "",
    userId: keepers[0]?.ctx.actor.userId ?? "",
  });
  expect(await rowsUnder(oldPrefix)).toHaveLength(2 * 3);

  use(secrets[1], secrets[0]);
  for (const keeper of keepers) expect(await read(keeper)).toEqual({ ...word, session: "session=first" });
  let isDone = false;
  let saves = 0;
  const runs = keepers.map(async ({ ctx, sourceId }) => {
    while (!isDone || saves < 20) await saveSession(ctx, sourceId, `run ${++saves}`);
  });
  const { anew, unreadable } = await resealSecrets();
  isDone = true;
  await Promise.all(runs);
  expect(unreadable).toBe(0);
  // A session that its run saved meanwhile needed nothing more.
  expect(anew).toBeGreaterThanOrEqual(2 * 4);
  expect(await rowsUnder(oldPrefix)).toEqual([]);
  expect(await resealSecrets()).toEqual({ anew: 0, unreadable: 0 });
  expect(readUnsubscribe(link)).not.toBeNull();

  use(secrets[1]);
  for (const keeper of keepers)
    expect(await read(keeper)).toEqual({ ...word, session: expect.stringMatching(/^session=run \d+$/) });
});

test("without the old secret nothing is read, and nothing is lost: it is counted, left as it is, and read once the secret is back", async () => {
  use(secrets[0]);
  const keeper = await aKeeper();
  const { workspace } = keeper.ctx;
  const rowsOf = () =>
    database().db.select().from(sourceCredentials).where(eq(sourceCredentials.workspaceId, workspace.id));
  const rows = await rowsOf();
  use(secrets[1]);
  await expect(read(keeper)).rejects.toThrow(SealError);
  expect((await resealSecrets()).unreadable).toBeGreaterThanOrEqual(5);
  expect(await rowsOf()).toEqual(rows);
  use(secrets[1], secrets[0]);
  await resealSecrets();
  expect(await read(keeper)).toEqual({ ...word, session: "session=first" });
});

test("what was moved to another workspace's row is not made to fit there by sealing it anew", async () => {
  use(secrets[0]);
  const [ours, theirs] = [await aKeeper(), await aKeeper()];
  const ofSource = (id: string) => eq(sourceCredentials.sourceId, id);
  const [stolen] = await database().db.select().from(sourceCredentials).where(ofSource(theirs.sourceId));
  await database()
    .db.update(sourceCredentials)
    .set({ passwordSealed: stolen?.passwordSealed ?? "" })
    .where(ofSource(ours.sourceId));
  use(secrets[1], secrets[0]);
  expect((await resealSecrets()).unreadable).toBe(1);
  await expect(read(ours)).rejects.toThrow(/does not belong here/);
});
