ALTER TABLE "queries" DROP COLUMN "cancel_requested_at";--> statement-breakpoint
ALTER TABLE "source_pages" DROP COLUMN "body_hash";