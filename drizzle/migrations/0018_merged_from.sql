ALTER TABLE "buyer_questions" ADD COLUMN "merged_from" uuid;--> statement-breakpoint
ALTER TABLE "buyer_questions" ADD COLUMN "merged_number" integer;--> statement-breakpoint
ALTER TABLE "opportunity_deadlines" ADD COLUMN "merged_from" uuid;--> statement-breakpoint
ALTER TABLE "opportunity_documents" ADD COLUMN "merged_from" uuid;--> statement-breakpoint
ALTER TABLE "opportunity_fields" ADD COLUMN "merged_from" uuid;--> statement-breakpoint
ALTER TABLE "opportunity_watchers" ADD COLUMN "merged_from" uuid;--> statement-breakpoint
ALTER TABLE "requirements" ADD COLUMN "merged_from" uuid;--> statement-breakpoint
ALTER TABLE "requirements" ADD COLUMN "merged_number" integer;--> statement-breakpoint
-- Until now papers that came by a merge were listed and not read; one that had been read was there before.
UPDATE "opportunity_documents" d SET "merged_from" = o."id" FROM "opportunities" o, "opportunity_documents" a
WHERE o."workspace_id" = d."workspace_id" AND o."merged_into_id" = d."opportunity_id"
  AND a."workspace_id" = d."workspace_id" AND a."opportunity_id" = o."id" AND a."document_id" = d."document_id"
  AND d."shredded_snapshot_id" IS NULL AND d."detached_at" IS NULL AND a."detached_at" IS NULL;
