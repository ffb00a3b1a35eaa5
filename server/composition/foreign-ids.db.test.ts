import { beforeAll, expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { oneOfEverything } from "@/drizzle/factories/one-of-everything";
import { grants } from "@/drizzle/grants";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { inWorkspace } from "@/server/platform/workspace-context";
import { signedIn } from "./testing/as-caller";
import { inputWithIds, outcomeOf, procedures, withIds } from "./testing/inputs";

const database = openTestDatabase();
const canary = "canary of the other workspace";
const foreign = newId();
const unknown = newId();
let mine: Awaited<ReturnType<typeof aWorkspace>>;
let theirs: typeof mine;
let tables: string[] = [];

beforeAll(async () => {
  mine = await aWorkspace();
  theirs = await aWorkspace();
  const { workspace, userId } = theirs;
  tables = await oneOfEverything({ workspaceId: workspace.id, userId, id: foreign, canary });
});

/** Everything that stands in the other workspace, as one text for each table. */
async function standing(): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const table of tables) {
    const rows = await database().sql.unsafe(
      `select t::text as row from "${table}" t where workspace_id = $1 order by 1`,
      [theirs.workspace.id],
    );
    seen[table] = rows.map(({ row }) => row).join("\n");
  }
  return seen;
}

test("of every table, another workspace reads, changes and removes no row", async () => {
  expect(tables.length).toBeGreaterThan(60);
  expect(Object.values(await standing()).filter((rows) => !rows)).toEqual([]);
  for (const table of tables) {
    for (const [privilege, statement] of [
      ["select", `select 1 from "${table}" where workspace_id = '${theirs.workspace.id}'`],
      ["update", `update "${table}" set workspace_id = workspace_id where workspace_id = '${theirs.workspace.id}'`],
      ["delete", `delete from "${table}" where workspace_id = '${theirs.workspace.id}'`],
    ] as const) {
      if (!grants[table]?.app?.includes(privilege)) continue;
      const rows = await inWorkspace(mine, (tx) =>
        tx.execute(`${statement}${privilege === "select" ? "" : " returning 1"}`),
      );
      expect([table, privilege, rows.length]).toEqual([table, privilege, 0]);
    }
  }
});

const ends = (path: string) => (/remove|delete|archive|merge|revoke|drop/i.test(path) ? 1 : 0);
/** Ends the caller's own membership or session, which is not what is asked here. */
const endings = ["workspaces.leave", "workspaces.remove", "workspaces.deleteAccount", "identity.revokeOtherSessions"];
const withAnId = procedures.filter(
  ({ path }) => JSON.stringify(withIds(inputWithIds(path), "an id")).includes("an id") && !endings.includes(path),
);

test("an id of another workspace is answered exactly like one that does not exist, and changes nothing there", async () => {
  expect(withAnId.length).toBeGreaterThan(90);
  const before = await standing();
  const headers = await signedIn(mine.userId, mine.workspace.slug);
  for (const { path } of withAnId) {
    const ofForeign = await outcomeOf(headers, path, withIds(inputWithIds(path), foreign));
    const ofUnknown = await outcomeOf(headers, path, withIds(inputWithIds(path), unknown));
    const same = (told: string) => told.replaceAll(foreign, "id").replaceAll(unknown, "id");
    const made = /ok/.test(ofForeign.code) && /[0-9a-f]{8}-[0-9a-f]{4}-7/.test(ofForeign.told);
    expect([path, ofForeign.code]).toEqual([path, ofUnknown.code]);
    expect([path, ofForeign.code]).not.toEqual([path, "INTERNAL_SERVER_ERROR"]);
    if (!made) expect([path, same(ofForeign.told)]).toEqual([path, same(ofUnknown.told)]);
    expect(ofForeign.told, path).not.toContain("canary");
  }
  expect(await standing()).toEqual(before);
});

test("what takes no id tells nothing of another workspace either", async () => {
  const headers = await signedIn(mine.userId, mine.workspace.slug);
  for (const { path, type } of procedures) {
    if (type !== "query") continue;
    const { told } = await outcomeOf(headers, path, inputWithIds(path));
    expect(told, path).not.toMatch(new RegExp(`canary|${foreign}|${theirs.workspace.id}|${theirs.workspace.slug}`));
  }
});

test("in its own workspace the same id is something: the two tests before have looked at real things", async () => {
  const headers = await signedIn(theirs.userId, theirs.workspace.slug);
  const found: string[] = [];
  for (const { path } of [...withAnId].sort((a, b) => ends(a.path) - ends(b.path))) {
    const [own, other] = [
      await outcomeOf(headers, path, withIds(inputWithIds(path), foreign)),
      await outcomeOf(headers, path, withIds(inputWithIds(path), unknown)),
    ];
    if (own.code !== other.code || own.told.replaceAll(foreign, unknown) !== other.told) found.push(path);
  }
  expect(
    withAnId.length - found.length,
    `not found: ${withAnId.map(({ path }) => path).filter((path) => !found.includes(path))}`,
  ).toBeLessThan(25);
});
