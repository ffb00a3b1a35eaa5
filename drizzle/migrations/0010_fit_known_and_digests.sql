CREATE TABLE "requirement_explanations" (
	"workspace_id" uuid NOT NULL,
	"requirement_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"sentences" jsonb NOT NULL,
	"engine" text NOT NULL,
	"model" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requirement_explanations_workspace_id_requirement_id_pk" PRIMARY KEY("workspace_id","requirement_id")
);
--> statement-breakpoint
ALTER TABLE "requirement_explanations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "requirement_proposals" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"rendition_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"page" integer,
	"quote" text NOT NULL,
	"what" text NOT NULL,
	"requirement_ids" uuid[] NOT NULL,
	"revisions" integer[] NOT NULL,
	"proposed" jsonb NOT NULL,
	"reason" text NOT NULL,
	"model" text NOT NULL,
	"fingerprint" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"batch_id" uuid,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requirement_proposals_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "requirement_proposals_once" UNIQUE("workspace_id","opportunity_id","fingerprint")
);
--> statement-breakpoint
ALTER TABLE "requirement_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_digests" (
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"day" date NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"mail_id" uuid,
	"lines" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_digests_workspace_id_user_id_day_pk" PRIMARY KEY("workspace_id","user_id","day")
);
--> statement-breakpoint
ALTER TABLE "mail_digests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "has_mail_digest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "fit_known" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "opportunity_documents" ADD COLUMN "refined_snapshot_id" uuid;--> statement-breakpoint
ALTER TABLE "opportunity_readings" ADD COLUMN "refinement" jsonb;--> statement-breakpoint
ALTER TABLE "requirement_explanations" ADD CONSTRAINT "requirement_explanations_workspace_id_requirement_id_requirements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","requirement_id") REFERENCES "public"."requirements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_explanations" ADD CONSTRAINT "requirement_explanations_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_proposals" ADD CONSTRAINT "requirement_proposals_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_proposals" ADD CONSTRAINT "requirement_proposals_workspace_id_rendition_id_renditions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","rendition_id") REFERENCES "public"."renditions"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_digests" ADD CONSTRAINT "mail_digests_workspace_id_user_id_members_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "requirement_proposals_document" ON "requirement_proposals" USING btree ("workspace_id","document_id");--> statement-breakpoint
CREATE POLICY "requirement_explanations_workspace" ON "requirement_explanations" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = requirement_explanations.workspace_id and o.id = requirement_explanations.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = requirement_explanations.workspace_id and o.id = requirement_explanations.opportunity_id));--> statement-breakpoint
CREATE POLICY "requirement_proposals_workspace" ON "requirement_proposals" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = requirement_proposals.workspace_id and o.id = requirement_proposals.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = requirement_proposals.workspace_id and o.id = requirement_proposals.opportunity_id));--> statement-breakpoint
CREATE POLICY "mail_digests_workspace" ON "mail_digests" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or current_setting('app.scope', true) = 'workspace')) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or current_setting('app.scope', true) = 'workspace'));--> statement-breakpoint
UPDATE "opportunities" o SET "fit_known" = f.known, "fit_score" = CASE WHEN f.counted >= 2 AND f.known_weight >= 0.3 * f.all_weight THEN o.fit_score END
FROM (
  SELECT w.workspace_id, w.opportunity_id, count(w.score)::int AS known, count(*) FILTER (WHERE w.score IS NOT NULL AND w.weight > 0) AS counted,
    coalesce(sum(w.weight) FILTER (WHERE w.score IS NOT NULL), 0) AS known_weight, sum(w.weight) AS all_weight
  FROM (
    SELECT x.workspace_id, x.opportunity_id, x.score, coalesce(x.weight, (p.weights->>x.factor)::real,
      CASE x.factor WHEN 'capability' THEN 25 WHEN 'eligibility' THEN 20 WHEN 'time' THEN 15 WHEN 'value' THEN 10 WHEN 'place' THEN 10 WHEN 'outcomes' THEN 10 ELSE 5 END) AS weight
    FROM "opportunity_factors" x LEFT JOIN "workspace_profiles" p ON p.workspace_id = x.workspace_id
  ) w GROUP BY 1, 2
) f WHERE o.workspace_id = f.workspace_id AND o.id = f.opportunity_id;
