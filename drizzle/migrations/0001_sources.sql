CREATE TABLE "captures" (
	"workspace_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"page_id" uuid NOT NULL,
	"url" text NOT NULL,
	"final_url" text NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"rung" text NOT NULL,
	"screenshot_key" text,
	"fetched_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "captures_workspace_id_snapshot_id_pk" PRIMARY KEY("workspace_id","snapshot_id")
);
--> statement-breakpoint
ALTER TABLE "captures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "change_views" (
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"seen_until" timestamp with time zone NOT NULL,
	CONSTRAINT "change_views_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "change_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "changes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"page_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"before_snapshot_id" uuid NOT NULL,
	"after_snapshot_id" uuid,
	"verdict" text NOT NULL,
	"severity" text NOT NULL,
	"kinds" text[] NOT NULL,
	"summary" text NOT NULL,
	"engine" text DEFAULT 'extractive' NOT NULL,
	"items" jsonb NOT NULL,
	"detected_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "changes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "changes_once" UNIQUE("workspace_id","run_id","page_id")
);
--> statement-breakpoint
ALTER TABLE "changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "crawl_frontier" (
	"workspace_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"url_hash" text NOT NULL,
	"url" text NOT NULL,
	"form" jsonb,
	"title" text,
	"kind" text NOT NULL,
	"depth" integer NOT NULL,
	"position" integer NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone,
	"result" text,
	"rung" text,
	"bytes" integer DEFAULT 0 NOT NULL,
	"shape" jsonb,
	"reason_code" text,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "crawl_frontier_workspace_id_run_id_url_hash_pk" PRIMARY KEY("workspace_id","run_id","url_hash")
);
--> statement-breakpoint
ALTER TABLE "crawl_frontier" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "crawl_hosts" (
	"host" text NOT NULL,
	"state" jsonb,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"robots_text" text,
	"robots_status" text,
	"robots_fetched_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "crawl_hosts_host_pk" PRIMARY KEY("host")
);
--> statement-breakpoint
ALTER TABLE "crawl_hosts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"path" text NOT NULL,
	"occasion" text NOT NULL,
	"read_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notifications_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "notifications_occasion" UNIQUE("workspace_id","user_id","occasion")
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source_credentials" (
	"workspace_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"login_url" text NOT NULL,
	"username" text NOT NULL,
	"password_sealed" text NOT NULL,
	"totp_sealed" text,
	"session_sealed" text,
	"refusals" integer DEFAULT 0 NOT NULL,
	"last_sign_in_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_credentials_workspace_id_source_id_pk" PRIMARY KEY("workspace_id","source_id")
);
--> statement-breakpoint
ALTER TABLE "source_credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source_pages" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"url" text NOT NULL,
	"url_hash" text NOT NULL,
	"kind" text NOT NULL,
	"title" text,
	"document_id" uuid,
	"snapshot_id" uuid,
	"etag" text,
	"last_modified" text,
	"body_hash" text,
	"text_hash" text,
	"history" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"words" integer DEFAULT 0 NOT NULL,
	"rung" text,
	"needs_browser" boolean DEFAULT false NOT NULL,
	"health" text,
	"health_reason" text,
	"last_run_id" uuid,
	"last_fetched_at" timestamp with time zone,
	"last_changed_at" timestamp with time zone,
	"gone_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_pages_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "source_pages_url" UNIQUE("workspace_id","source_id","url_hash")
);
--> statement-breakpoint
ALTER TABLE "source_pages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source_records" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"record_key" text NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"fields" jsonb NOT NULL,
	"text" text NOT NULL,
	"rung" text NOT NULL,
	"page_id" uuid NOT NULL,
	"first_run_id" uuid NOT NULL,
	"last_run_id" uuid NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_records_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "source_records_key" UNIQUE("workspace_id","source_id","record_key")
);
--> statement-breakpoint
ALTER TABLE "source_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source_runs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"trigger" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"reason" text,
	"counts" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"current_url" text,
	"requested_by" uuid,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_runs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "source_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sources" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"url" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"status_reason" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"schedule" jsonb NOT NULL,
	"robots" text DEFAULT 'obey' NOT NULL,
	"robots_reason" text,
	"budget" jsonb NOT NULL,
	"scope" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"listing_selector" jsonb,
	"needs_browser" boolean DEFAULT false NOT NULL,
	"breaker" jsonb,
	"baseline" jsonb,
	"next_run_at" timestamp with time zone,
	"last_run_at" timestamp with time zone,
	"failed_runs" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_workspace_id_snapshot_id_snapshots_workspace_id_id_fk" FOREIGN KEY ("workspace_id","snapshot_id") REFERENCES "public"."snapshots"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crawl_frontier" ADD CONSTRAINT "crawl_frontier_workspace_id_run_id_source_runs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","run_id") REFERENCES "public"."source_runs"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_credentials" ADD CONSTRAINT "source_credentials_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_pages" ADD CONSTRAINT "source_pages_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_records" ADD CONSTRAINT "source_records_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_runs" ADD CONSTRAINT "source_runs_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_workspace_id_collection_id_collections_workspace_id_id_fk" FOREIGN KEY ("workspace_id","collection_id") REFERENCES "public"."collections"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "captures_page" ON "captures" USING btree ("workspace_id","page_id","fetched_at");--> statement-breakpoint
CREATE INDEX "changes_newest" ON "changes" USING btree ("workspace_id","detected_at");--> statement-breakpoint
CREATE INDEX "changes_source" ON "changes" USING btree ("workspace_id","source_id","detected_at");--> statement-breakpoint
CREATE INDEX "crawl_frontier_waiting" ON "crawl_frontier" USING btree ("workspace_id","run_id","state","depth","position");--> statement-breakpoint
CREATE INDEX "notifications_newest" ON "notifications" USING btree ("workspace_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "source_pages_document" ON "source_pages" USING btree ("workspace_id","document_id");--> statement-breakpoint
CREATE INDEX "source_records_seen" ON "source_records" USING btree ("workspace_id","source_id","last_seen_at");--> statement-breakpoint
CREATE INDEX "source_runs_source" ON "source_runs" USING btree ("workspace_id","source_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "source_runs_live" ON "source_runs" USING btree ("workspace_id","source_id") WHERE status in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "sources_due" ON "sources" USING btree ("next_run_at") WHERE next_run_at is not null;--> statement-breakpoint
CREATE INDEX "sources_name" ON "sources" USING btree ("workspace_id","name");--> statement-breakpoint
CREATE POLICY "captures_workspace" ON "captures" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from documents d where d.workspace_id = captures.workspace_id and d.id = captures.document_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from documents d where d.workspace_id = captures.workspace_id and d.id = captures.document_id));--> statement-breakpoint
CREATE POLICY "change_views_workspace" ON "change_views" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "changes_workspace" ON "changes" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = changes.workspace_id and s.id = changes.source_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = changes.workspace_id and s.id = changes.source_id));--> statement-breakpoint
CREATE POLICY "crawl_frontier_workspace" ON "crawl_frontier" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = crawl_frontier.workspace_id and s.id = crawl_frontier.source_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = crawl_frontier.workspace_id and s.id = crawl_frontier.source_id));--> statement-breakpoint
CREATE POLICY "crawl_hosts_system" ON "crawl_hosts" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notifications_workspace" ON "notifications" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or current_setting('app.scope', true) = 'workspace')) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "source_credentials_workspace" ON "source_credentials" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = source_credentials.workspace_id and s.id = source_credentials.source_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = source_credentials.workspace_id and s.id = source_credentials.source_id));--> statement-breakpoint
CREATE POLICY "source_pages_workspace" ON "source_pages" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = source_pages.workspace_id and s.id = source_pages.source_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = source_pages.workspace_id and s.id = source_pages.source_id));--> statement-breakpoint
CREATE POLICY "source_records_workspace" ON "source_records" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = source_records.workspace_id and s.id = source_records.source_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = source_records.workspace_id and s.id = source_records.source_id));--> statement-breakpoint
CREATE POLICY "source_runs_workspace" ON "source_runs" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = source_runs.workspace_id and s.id = source_runs.source_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = source_runs.workspace_id and s.id = source_runs.source_id));--> statement-breakpoint
CREATE POLICY "sources_workspace" ON "sources" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = sources.workspace_id and c.id = sources.collection_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = sources.workspace_id and c.id = sources.collection_id));--> statement-breakpoint
CREATE POLICY "sources_system" ON "sources" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);