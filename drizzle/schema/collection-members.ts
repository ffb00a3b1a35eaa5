import { foreignKey, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { createdAt, workspaceId, workspacePolicy } from "../columns";
import { collections } from "./collections";
import { members } from "./members";

/** Who may see a restricted collection. */
export const collectionMembers = pgTable(
  "collection_members",
  {
    workspaceId: workspaceId(),
    collectionId: uuid("collection_id").notNull(),
    userId: uuid("user_id").notNull(),
    createdAt,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.collectionId, t.userId] }),
    foreignKey({
      columns: [t.workspaceId, t.collectionId],
      foreignColumns: [collections.workspaceId, collections.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.workspaceId, t.userId], foreignColumns: [members.workspaceId, members.userId] }).onDelete(
      "cascade",
    ),
    workspacePolicy("collection_members"),
  ],
);
