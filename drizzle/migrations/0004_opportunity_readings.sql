CREATE TABLE "opportunity_readings" (
	"workspace_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"phase" text NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"shredded_count" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"started_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunity_readings_workspace_id_opportunity_id_pk" PRIMARY KEY("workspace_id","opportunity_id")
);
--> statement-breakpoint
ALTER TABLE "opportunity_readings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "due_at" timestamp with time zone GENERATED ALWAYS AS (coalesce(submission_at, case when submission_date ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
  then (make_date(left(submission_date, 4)::int, substr(submission_date, 6, 2)::int, 1) + (right(submission_date, 2)::int - 1) + time '23:59:59') at time zone 'UTC' end)) STORED;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "source_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "opportunity_fields" ADD COLUMN "chosen_by" uuid;--> statement-breakpoint
ALTER TABLE "opportunity_readings" ADD CONSTRAINT "opportunity_readings_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "opportunities_due" ON "opportunities" USING btree ("workspace_id","due_at");--> statement-breakpoint
CREATE POLICY "opportunity_readings_workspace" ON "opportunity_readings" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_readings.workspace_id and o.id = opportunity_readings.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_readings.workspace_id and o.id = opportunity_readings.opportunity_id));