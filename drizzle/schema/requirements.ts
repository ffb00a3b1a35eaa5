import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { assertionOrigins, obligedParties, requirementKinds, requirementStates } from "@/lib/vocabulary/opportunities";
import { id, opportunityPolicy, timestamps, workspaceId } from "../columns";
import { opportunities } from "./opportunities";

/** One obligation in the documents of an opportunity, with the quote that it rests on. */
export const requirements = pgTable(
  "requirements",
  {
    workspaceId: workspaceId(),
    id: id(),
    opportunityId: uuid("opportunity_id").notNull(),
    /** "R-17": dense in the opportunity, never given again. */
    number: integer("number").notNull(),
    /** Its number as the document has it ("C.3.2(a)"); null when it has none. */
    ref: text("ref"),
    text: text("text").notNull(),
    /** The sentence that introduces a list item. */
    leadIn: text("lead_in"),
    kind: text("kind", { enum: requirementKinds }).notNull(),
    isMandatory: boolean("is_mandatory").notNull(),
    obliged: text("obliged", { enum: obligedParties }).notNull(),
    /** The headings above it, joined by " › ". */
    section: text("section").notNull().default(""),
    due: text("due"),
    /** Why it may be worth a question to the buyer; null when it is clear. */
    unclear: text("unclear"),
    /** Reading order over the whole opportunity; people may move it. */
    position: doublePrecision("position").notNull(),
    state: text("state", { enum: requirementStates }).notNull().default("active"),
    origin: text("origin", { enum: assertionOrigins }).notNull(),
    /** Which rule or model took it. */
    reason: text("reason"),
    documentId: uuid("document_id"),
    evidenceId: uuid("evidence_id"),
    /** Folded words: what makes it the same when its document is read again. */
    fingerprint: text("fingerprint").notNull(),
    /** The first of equal requirements in another document. */
    duplicateOfId: uuid("duplicate_of_id"),
    /** An `opportunity_fields` row (evaluation_factor) under which it is judged. */
    factorId: uuid("factor_id"),
    note: text("note"),
    /** Raised by each change; the history stands in `requirement_revisions`. */
    revision: integer("revision").notNull().default(1),
    editedBy: uuid("edited_by"),
    /** The opportunity from which it came when the two were merged, and its number there; it goes back when they part. */
    mergedFrom: uuid("merged_from"),
    mergedNumber: integer("merged_number"),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("requirements_number").on(t.workspaceId, t.opportunityId, t.number),
    index("requirements_order").on(t.workspaceId, t.opportunityId, t.position),
    index("requirements_document").on(t.workspaceId, t.documentId),
    foreignKey({
      columns: [t.workspaceId, t.opportunityId],
      foreignColumns: [opportunities.workspaceId, opportunities.id],
    }).onDelete("cascade"),
    opportunityPolicy("requirements"),
  ],
);
export type Requirement = typeof requirements.$inferSelect;
