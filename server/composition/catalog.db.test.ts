import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { grants } from "@/drizzle/grants";
import { collections, conversations, documents } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { inWorkspace } from "@/server/platform/workspace-context";

vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase({ poolSize: 3 });

/** Tables of the installation as a whole; everything else belongs to a workspace. */
const ofTheInstallation = ["auth_tokens", "crawl_hosts", "mail_outbox", "sessions", "users", "workspaces"];
/** Events of the installation itself have no workspace. */
const withoutWorkspaceAtTimes = ["outbox"];
const roles = ["outrider_app", "outrider_system"];

const names = (rows: Iterable<Record<string, unknown>>) => [...rows].map((row) => String(row.name)).sort();

/** Every table of a workspace whose rows the database does not keep apart by itself. */
async function unprotected(): Promise<string[]> {
  const rows = await database().sql`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> all(${ofTheInstallation})
      and not (c.relrowsecurity and c.relforcerowsecurity
        and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
          and p.polroles = array['outrider_app'::regrole::oid]
          and pg_get_expr(p.polqual, p.polrelid) like '%app.workspace_id%'
          and pg_get_expr(p.polwithcheck, p.polrelid) like '%app.workspace_id%')
        -- A second policy of the same role would widen the first.
        and (select count(*) from pg_policy p where p.polrelid = c.oid and 'outrider_app'::regrole::oid = any(p.polroles)) = 1
        and not exists (select from pg_policy p where p.polrelid = c.oid and 0 = any(p.polroles)))`;
  return names(rows);
}

test("every table of a workspace says so in a column and keeps its rows apart, to read and to write", async () => {
  expect(await unprotected()).toEqual([]);
  const loose = await database().sql`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnotnull)`;
  expect(names(loose)).toEqual([...ofTheInstallation, ...withoutWorkspaceAtTimes].sort());
});

test("taking any one policy away, or forcing none, is noticed", async () => {
  const tables = await database().sql<{ table: string; policy: string }[]>`
    select c.relname as table, p.polname as policy from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polname not like '%_system' and c.relname <> all(${ofTheInstallation})`;
  expect(tables.length).toBeGreaterThan(25);
  for (const { table, policy } of tables) {
    await database().sql.unsafe(`alter policy "${policy}" on "${table}" rename to "${policy}_away"`);
    const [kept] = await database().sql`
      select pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as checks
      from pg_policy where polname = ${`${policy}_away`}`;
    await database().sql.unsafe(`drop policy "${policy}_away" on "${table}"`);
    expect(await unprotected()).toEqual([table]);
    await database().sql.unsafe(
      `create policy "${policy}" on "${table}" for all to outrider_app using (${kept?.using}) with check (${kept?.checks})`,
    );
  }
  await database().sql`alter table chunks no force row level security`;
  expect(await unprotected()).toEqual(["chunks"]);
  await database().sql`alter table chunks force row level security`;
  expect(await unprotected()).toEqual([]);
});

test("every table has its line in the grants, and the roles hold exactly what stands there", async () => {
  const tables = await database().sql`
    select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'jobs') and c.relkind in ('r', 'p', 'v', 'm', 'f')`;
  expect(names(tables)).toEqual(Object.keys(grants).sort());
  const held = await database().sql<{ name: string; grantee: string; privileges: string[] }[]>`
    select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name,
      coalesce(r.rolname, 'public') as grantee, array_agg(lower(a.privilege_type)) as privileges
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
    where n.nspname in ('public', 'jobs') and c.relkind in ('r', 'p', 'v', 'm', 'f') and a.grantee <> c.relowner
    group by 1, 2`;
  for (const [table, byRole] of Object.entries(grants)) {
    const of = (role: string) =>
      [...(held.find((row) => row.name === table && row.grantee === role)?.privileges ?? [])].sort();
    expect([table, of("outrider_app")]).toEqual([table, [...(byRole.app ?? [])].sort()]);
    expect([table, of("outrider_system")]).toEqual([table, [...(byRole.system ?? [])].sort()]);
  }
  expect(held.filter((row) => !roles.includes(row.grantee))).toEqual([]);
  expect(grants.audit_events).toEqual({ app: ["select", "insert"], system: ["select", "insert"] });
});

test("the roles are nobody special: no superuser, no way around row security, no login, owners of nothing, no schema", async () => {
  const attributes = await database().sql`
    select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, rolcanlogin,
      (select count(*)::int from pg_class c where c.relowner = r.oid) as tables,
      (select count(*)::int from pg_proc p where p.proowner = r.oid) as functions,
      (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships
    from pg_roles r where rolname = any(${roles}) order by rolname`;
  const nothing = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
    rolreplication: false,
    rolcanlogin: false,
    tables: 0,
    functions: 0,
    memberships: 0,
  };
  expect([...attributes]).toEqual(roles.map((rolname) => ({ rolname, ...nothing })));
  for (const role of roles) {
    const [schemas] = await database().sql`
      select has_schema_privilege(${role}, 'public', 'create') as public, has_schema_privilege(${role}, 'jobs', 'create') as jobs`;
    expect(schemas).toEqual({ public: false, jobs: false });
  }
});

test("no function runs with its owner's rights without a fixed path, and no view with its owner's eyes", async () => {
  const functions = await database().sql`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
      and not coalesce(array_to_string(p.proconfig, ',') like '%search_path=%', false)`;
  expect(names(functions)).toEqual([]);
  const views = await database().sql`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'jobs') and (c.relkind = 'm'
      or (c.relkind = 'v' and not coalesce(array_to_string(c.reloptions, ',') ~ 'security_invoker=(true|on|1)', false)))`;
  expect(names(views)).toEqual([]);
});

test("what points from one table of a workspace to another names the workspace on both sides", async () => {
  const crossing = await database().sql`
    select k.conname as name from pg_constraint k
    join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
    join pg_attribute cw on cw.attrelid = child.oid and cw.attname = 'workspace_id'
    join pg_attribute pw on pw.attrelid = parent.oid and pw.attname = 'workspace_id'
    where k.contype = 'f' and not exists (
      select from unnest(k.conkey, k.confkey) as pair(c, p) where pair.c = cw.attnum and pair.p = pw.attnum)`;
  expect(names(crossing)).toEqual([]);
  const toTheWorkspace = await database().sql`
    select k.conname as name from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'workspaces'::regclass and (array_length(k.conkey, 1) <> 1 or a.attname <> 'workspace_id')`;
  expect(names(toTheWorkspace)).toEqual([]);
});

test("uniqueness is counted within a workspace, so that a refusal tells nothing of another", async () => {
  const wide = await database().sql`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute w on w.attrelid = c.oid and w.attname = 'workspace_id' and w.attnotnull
    where n.nspname = 'public' and i.indisunique and not (w.attnum = any(i.indkey::int2[]))`;
  // Hashes of secrets, which nobody can choose to collide.
  expect(names(wide).filter((name) => !/hash|token/.test(name))).toEqual([]);
});

test("a row cannot point at another workspace's row", async () => {
  const [a, b] = [await aWorkspace(), await aWorkspace()];
  const values = { workspaceId: a.workspace.id, collectionId: b.collectionId, path: "x", title: "x" };
  await expect(
    inWorkspace(a, (tx) => tx.insert(documents).values({ ...values, origin: "upload" })),
  ).rejects.toMatchObject({ cause: { code: expect.stringMatching(/42501|23503/) } });
  // Nor without row-level security: the key itself holds.
  await expect(
    database()
      .db.insert(documents)
      .values({ ...values, origin: "upload" }),
  ).rejects.toMatchObject({
    cause: { code: "23503" },
  });
});

test("two workspaces on a pool of three, broken off, refused, timed out and abandoned in between, never see a row of each other", async () => {
  const [a, b] = [await aWorkspace(), await aWorkspace()];
  const calls = 2_000;
  // The embedded database has one connection, and cannot be interrupted on it.
  const canInterrupt = database().kind === "postgres";
  let abandoned: Promise<unknown> = Promise.resolve();
  const request = async (index: number) => {
    const [ctx, other] = index % 2 === 0 ? [a, b] : [b, a];
    const fails = (index * 7919) % 10;
    const foreign = { workspaceId: other.workspace.id, title: "foreign", createdBy: other.userId };
    const own = { workspaceId: ctx.workspace.id, id: newId(), title: "own", createdBy: ctx.userId };
    const attempt = inWorkspace(ctx, async (tx) => {
      if (fails === 0) await tx.insert(conversations).values(foreign);
      if (fails === 1) throw new Error("broken off");
      if (fails === 2) await tx.insert(conversations).values(own);
      if (fails === 3 && canInterrupt) await tx.execute(sql`set local statement_timeout = 1`);
      if (fails === 3 && canInterrupt) await tx.execute(sql`select pg_sleep(5)`);
      // What was sent and is not waited for when the transaction ends.
      if (fails === 4)
        abandoned = tx
          .select()
          .from(collections)
          .then(
            () => {},
            () => {},
          );
      if (fails === 4) throw new Error("left");
      const seen = [
        ...(await tx.select().from(collections)),
        ...(await tx.select({ workspaceId: conversations.workspaceId }).from(conversations).limit(50)),
      ];
      if (fails === 5) await tx.execute(sql`select 1 / 0`);
      return seen.filter((row) => row.workspaceId !== ctx.workspace.id).length;
    });
    return attempt.catch(() => "failed" as const);
  };
  const outcomes = await Promise.all(Array.from({ length: calls }, (_, index) => request(index)));
  await abandoned;
  const read = outcomes.filter((outcome) => outcome !== "failed");
  expect(read.length).toBe(canInterrupt ? calls / 2 : calls * 0.6);
  expect(read.filter((foreign) => foreign !== 0)).toEqual([]);
  const kept = await database().db.select().from(conversations);
  expect(kept.every((row) => row.title === "own")).toBe(true);
  expect(kept).toHaveLength(calls / 10);
});
