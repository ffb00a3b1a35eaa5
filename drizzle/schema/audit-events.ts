import { bigint, foreignKey, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, systemPolicy, workspaceId, workspacePolicy } from "../columns";
import { workspaces } from "./workspaces";

/** Who did what, append only: no role may update or delete. Each row's hash covers the one before it in its workspace. */
export const auditEvents = pgTable(
  "audit_events",
  {
    workspaceId: workspaceId(),
    id: id(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: uuid("actor_id"),
    action: text("action").notNull(),
    subjectId: text("subject_id"),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    requestId: text("request_id"),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("audit_events_seq").on(t.workspaceId, t.seq),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    workspacePolicy("audit_events"),
    systemPolicy("audit_events"),
  ],
);
export type AuditEvent = typeof auditEvents.$inferSelect;
