import { sql } from "drizzle-orm";
import { customType, pgPolicy, pgRole, timestamp, uuid } from "drizzle-orm/pg-core";
import { newId } from "@/lib/ids";

/** The role under which every request works: it sees one workspace at a time. Made in `prelude.sql`, hence `existing`. */
export const appRole = pgRole("outrider_app").existing();
/** The role for what belongs to the installation: sessions, the outbox relay, jobs. It may touch only what `grants.ts` lists. */
export const systemRole = pgRole("outrider_system").existing();

export const id = () => uuid("id").notNull().$defaultFn(newId);
export const workspaceId = () => uuid("workspace_id").notNull();

export const timestamps = {
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true, mode: "date" })
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
};

export const createdAt = timestamps.createdAt;

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** The workspace of the running transaction; raises when none is set, so that a forgotten context never reads anything. */
export const currentWorkspace = sql`(select current_setting('app.workspace_id')::uuid)`;
/** The person for whom the transaction runs, or null (a job of the workspace itself). */
export const currentUser = sql`(select nullif(current_setting('app.user_id', true), '')::uuid)`;

/** Rows of the running workspace only, to read and to write. */
export function workspacePolicy(table: string) {
  return pgPolicy(`${table}_workspace`, {
    for: "all",
    to: appRole,
    using: sql`workspace_id = ${currentWorkspace}`,
    withCheck: sql`workspace_id = ${currentWorkspace}`,
  });
}

/**
 * As `workspacePolicy`, and only in collections that the person may see. Visibility itself is decided in one place, the
 * policy of `collections`: this rule only asks whether the collection's row can be read.
 */
export function collectionPolicy(table: string) {
  const rule = sql.raw(
    `workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = ${table}.workspace_id and c.id = ${table}.collection_id)`,
  );
  return pgPolicy(`${table}_workspace`, { for: "all", to: appRole, using: rule, withCheck: rule });
}

/** As `workspacePolicy`, following the visibility of the document that the row belongs to. */
export function documentPolicy(table: string, documentColumn = "document_id") {
  const rule = sql.raw(
    `workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from documents d where d.workspace_id = ${table}.workspace_id and d.id = ${table}.${documentColumn})`,
  );
  return pgPolicy(`${table}_workspace`, { for: "all", to: appRole, using: rule, withCheck: rule });
}

/** The installation's own role sees all rows of this table. */
export function systemPolicy(table: string) {
  return pgPolicy(`${table}_system`, { for: "all", to: systemRole, using: sql`true`, withCheck: sql`true` });
}

/** Follows the visibility of the conversation that the row belongs to. */
export function conversationPolicy(table: string) {
  const rule = sql.raw(
    `workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from conversations c where c.workspace_id = ${table}.workspace_id and c.id = ${table}.conversation_id)`,
  );
  return pgPolicy(`${table}_workspace`, { for: "all", to: appRole, using: rule, withCheck: rule });
}

/** Follows the visibility of the query that the row belongs to. */
export function queryPolicy(table: string) {
  const rule = sql.raw(
    `workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from queries q where q.workspace_id = ${table}.workspace_id and q.id = ${table}.query_id)`,
  );
  return pgPolicy(`${table}_workspace`, { for: "all", to: appRole, using: rule, withCheck: rule });
}

/** Follows the visibility of the source that the row belongs to. */
export function sourcePolicy(table: string) {
  const rule = sql.raw(
    `workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = ${table}.workspace_id and s.id = ${table}.source_id)`,
  );
  return pgPolicy(`${table}_workspace`, { for: "all", to: appRole, using: rule, withCheck: rule });
}

/** Follows the visibility of the opportunity that the row belongs to. */
export function opportunityPolicy(table: string) {
  const rule = sql.raw(
    `workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = ${table}.workspace_id and o.id = ${table}.opportunity_id)`,
  );
  return pgPolicy(`${table}_workspace`, { for: "all", to: appRole, using: rule, withCheck: rule });
}
