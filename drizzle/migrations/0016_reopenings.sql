CREATE TABLE "reopenings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"amendment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"dependent_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reopenings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "reopenings_once" UNIQUE("workspace_id","amendment_id","kind","dependent_id")
);
--> statement-breakpoint
ALTER TABLE "reopenings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_workspace_id_amendment_id_amendments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","amendment_id") REFERENCES "public"."amendments"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reopenings_of" ON "reopenings" USING btree ("workspace_id","opportunity_id","confirmed_at");--> statement-breakpoint
CREATE POLICY "reopenings_workspace" ON "reopenings" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = reopenings.workspace_id and o.id = reopenings.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = reopenings.workspace_id and o.id = reopenings.opportunity_id));