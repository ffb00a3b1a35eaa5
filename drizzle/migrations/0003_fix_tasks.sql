CREATE TABLE "fix_tasks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"page_id" uuid NOT NULL,
	"snapshot_id" uuid,
	"reason" text NOT NULL,
	"matter" text NOT NULL,
	"detail" text NOT NULL,
	"record_id" uuid,
	"status" text DEFAULT 'open' NOT NULL,
	"outcome" jsonb,
	"opened_by" uuid,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fix_tasks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "fix_tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "fix_tasks" ADD CONSTRAINT "fix_tasks_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fix_tasks_queue" ON "fix_tasks" USING btree ("workspace_id","status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "fix_tasks_matter" ON "fix_tasks" USING btree ("workspace_id","source_id","matter") WHERE status in ('open', 'dismissed');--> statement-breakpoint
CREATE POLICY "fix_tasks_workspace" ON "fix_tasks" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = fix_tasks.workspace_id and s.id = fix_tasks.source_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from sources s where s.workspace_id = fix_tasks.workspace_id and s.id = fix_tasks.source_id));