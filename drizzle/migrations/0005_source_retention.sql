ALTER TABLE "changes" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "changes" ADD COLUMN "archived_by" uuid;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "retention" jsonb;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "pictures" text DEFAULT 'changed' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "slowed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "source_retention" jsonb DEFAULT '{"keep":"all"}'::jsonb NOT NULL;