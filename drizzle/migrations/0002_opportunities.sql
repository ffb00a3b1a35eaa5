CREATE TABLE "activities" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"deed" text NOT NULL,
	"text" text NOT NULL,
	"detail" jsonb NOT NULL,
	"user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activities_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "amendments" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"document_id" uuid,
	"before_snapshot_id" uuid,
	"after_snapshot_id" uuid,
	"notice_id" uuid,
	"state" text DEFAULT 'to_review' NOT NULL,
	"summary" text NOT NULL,
	"items" jsonb NOT NULL,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "amendments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "amendments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "buyer_questions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"occasion" text NOT NULL,
	"requirement_id" uuid,
	"deadline_id" uuid,
	"sent_at" timestamp with time zone,
	"answer" text,
	"answer_evidence_id" uuid,
	"answered_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "buyer_questions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "buyer_questions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_read_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feeds_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "calendar_feeds_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comments" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"body" text NOT NULL,
	"mentions" uuid[] DEFAULT '{}' NOT NULL,
	"document_id" uuid,
	"user_id" uuid,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "go_no_go_decisions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"decision" text,
	"reason" text NOT NULL,
	"score" real,
	"factors" jsonb NOT NULL,
	"decided_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "go_no_go_decisions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "go_no_go_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_keys" (
	"workspace_id" uuid NOT NULL,
	"match_key" text NOT NULL,
	"opportunity_id" uuid NOT NULL,
	CONSTRAINT "match_keys_workspace_id_match_key_opportunity_id_pk" PRIMARY KEY("workspace_id","match_key","opportunity_id")
);
--> statement-breakpoint
ALTER TABLE "match_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"scheme" text NOT NULL,
	"type" text NOT NULL,
	"notice_key" text NOT NULL,
	"procedure_key" text,
	"source_id" uuid,
	"document_id" uuid,
	"snapshot_id" uuid,
	"url" text,
	"title" text,
	"published_at" timestamp with time zone,
	"rationale" text,
	"facts" jsonb NOT NULL,
	"facts_hash" text NOT NULL,
	"matched_by" jsonb NOT NULL,
	"match_keys" text[] NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notices_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "notices_key" UNIQUE("workspace_id","scheme","notice_key")
);
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opportunities" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"buyer" text,
	"reference" text,
	"kind" text DEFAULT 'other' NOT NULL,
	"summary" text,
	"procedure_status" text DEFAULT 'unknown' NOT NULL,
	"stage" text DEFAULT 'new' NOT NULL,
	"outcome" text,
	"decision" text,
	"submission_at" timestamp with time zone,
	"submission_zone" text,
	"submission_date" text,
	"is_submission_contradicted" boolean DEFAULT false NOT NULL,
	"questions_at" timestamp with time zone,
	"value_amount" numeric(20, 2),
	"value_currency" text,
	"country" text,
	"place" text,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"set_aside" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"owner_id" uuid,
	"fit_score" real,
	"has_blocker" boolean DEFAULT false NOT NULL,
	"requirement_count" integer DEFAULT 0 NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"board_position" real DEFAULT 0 NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_notice_at" timestamp with time zone,
	"merged_into_id" uuid,
	"archived_at" timestamp with time zone,
	"created_by" uuid,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunities_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "opportunities_number" UNIQUE("workspace_id","number")
);
--> statement-breakpoint
ALTER TABLE "opportunities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opportunity_deadlines" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"quote" text NOT NULL,
	"local_date" text,
	"local_time" text,
	"zone_stated" text,
	"zone" text,
	"at" timestamp with time zone,
	"note" text,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"origin" text NOT NULL,
	"evidence_id" uuid,
	"notice_id" uuid,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunity_deadlines_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "opportunity_deadlines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opportunity_documents" (
	"workspace_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"role" text,
	"role_reason" text,
	"role_set_by" uuid,
	"is_draft" boolean DEFAULT false NOT NULL,
	"shredded_snapshot_id" uuid,
	"shredded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunity_documents_workspace_id_opportunity_id_document_id_pk" PRIMARY KEY("workspace_id","opportunity_id","document_id")
);
--> statement-breakpoint
ALTER TABLE "opportunity_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opportunity_factors" (
	"workspace_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"factor" text NOT NULL,
	"score" real,
	"low" real,
	"high" real,
	"weight" real,
	"explanation" text NOT NULL,
	"is_blocker" boolean DEFAULT false NOT NULL,
	"basis" jsonb NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunity_factors_workspace_id_opportunity_id_factor_pk" PRIMARY KEY("workspace_id","opportunity_id","factor")
);
--> statement-breakpoint
ALTER TABLE "opportunity_factors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opportunity_fields" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"value" jsonb NOT NULL,
	"text" text NOT NULL,
	"origin" text NOT NULL,
	"evidence_id" uuid,
	"notice_id" uuid,
	"is_chosen" boolean DEFAULT true NOT NULL,
	"stated_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunity_fields_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "opportunity_fields" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opportunity_watchers" (
	"workspace_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunity_watchers_workspace_id_opportunity_id_user_id_pk" PRIMARY KEY("workspace_id","opportunity_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "opportunity_watchers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pipeline_stages" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pipeline_stages_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "pipeline_stages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "requirement_revisions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"requirement_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"deed" text NOT NULL,
	"revision" integer NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	"user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requirement_revisions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "requirement_revisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "requirements" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"ref" text,
	"text" text NOT NULL,
	"lead_in" text,
	"kind" text NOT NULL,
	"is_mandatory" boolean NOT NULL,
	"obliged" text NOT NULL,
	"section" text DEFAULT '' NOT NULL,
	"due" text,
	"unclear" text,
	"position" double precision NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"origin" text NOT NULL,
	"reason" text,
	"document_id" uuid,
	"evidence_id" uuid,
	"fingerprint" text NOT NULL,
	"duplicate_of_id" uuid,
	"factor_id" uuid,
	"note" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"edited_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requirements_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "requirements_number" UNIQUE("workspace_id","opportunity_id","number")
);
--> statement-breakpoint
ALTER TABLE "requirements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"filters" jsonb NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"has_alert" boolean DEFAULT false NOT NULL,
	"alerted_until" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_searches_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_searches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tasks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"path" text NOT NULL,
	"title" text NOT NULL,
	"assignee_id" uuid,
	"due_at" timestamp with time zone,
	"position" double precision DEFAULT 0 NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tasks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workspace_profiles" (
	"workspace_id" uuid NOT NULL,
	"profile" jsonb NOT NULL,
	"weights" jsonb NOT NULL,
	"edited_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_profiles_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "workspace_profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_workspace_id_collection_id_collections_workspace_id_id_fk" FOREIGN KEY ("workspace_id","collection_id") REFERENCES "public"."collections"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buyer_questions" ADD CONSTRAINT "buyer_questions_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_workspace_id_collection_id_collections_workspace_id_id_fk" FOREIGN KEY ("workspace_id","collection_id") REFERENCES "public"."collections"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "go_no_go_decisions" ADD CONSTRAINT "go_no_go_decisions_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_keys" ADD CONSTRAINT "match_keys_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_workspace_id_collection_id_collections_workspace_id_id_fk" FOREIGN KEY ("workspace_id","collection_id") REFERENCES "public"."collections"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_deadlines" ADD CONSTRAINT "opportunity_deadlines_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_documents" ADD CONSTRAINT "opportunity_documents_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_documents" ADD CONSTRAINT "opportunity_documents_workspace_id_document_id_documents_workspace_id_id_fk" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."documents"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_factors" ADD CONSTRAINT "opportunity_factors_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_fields" ADD CONSTRAINT "opportunity_fields_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_watchers" ADD CONSTRAINT "opportunity_watchers_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_revisions" ADD CONSTRAINT "requirement_revisions_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_workspace_id_opportunity_id_opportunities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","opportunity_id") REFERENCES "public"."opportunities"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspace_id_collection_id_collections_workspace_id_id_fk" FOREIGN KEY ("workspace_id","collection_id") REFERENCES "public"."collections"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_of" ON "activities" USING btree ("workspace_id","subject_kind","subject_id","created_at");--> statement-breakpoint
CREATE INDEX "amendments_of" ON "amendments" USING btree ("workspace_id","opportunity_id","created_at");--> statement-breakpoint
CREATE INDEX "buyer_questions_of" ON "buyer_questions" USING btree ("workspace_id","opportunity_id","number");--> statement-breakpoint
CREATE INDEX "comments_of" ON "comments" USING btree ("workspace_id","subject_kind","subject_id","created_at");--> statement-breakpoint
CREATE INDEX "go_no_go_decisions_of" ON "go_no_go_decisions" USING btree ("workspace_id","opportunity_id","created_at");--> statement-breakpoint
CREATE INDEX "match_keys_opportunity" ON "match_keys" USING btree ("workspace_id","opportunity_id");--> statement-breakpoint
CREATE INDEX "notices_opportunity" ON "notices" USING btree ("workspace_id","opportunity_id");--> statement-breakpoint
CREATE INDEX "notices_procedure" ON "notices" USING btree ("workspace_id","procedure_key");--> statement-breakpoint
CREATE INDEX "opportunities_submission" ON "opportunities" USING btree ("workspace_id","submission_at");--> statement-breakpoint
CREATE INDEX "opportunities_stage" ON "opportunities" USING btree ("workspace_id","stage","board_position");--> statement-breakpoint
CREATE INDEX "opportunities_seen" ON "opportunities" USING btree ("workspace_id","first_seen_at");--> statement-breakpoint
CREATE INDEX "opportunities_collection" ON "opportunities" USING btree ("workspace_id","collection_id");--> statement-breakpoint
CREATE INDEX "opportunity_deadlines_of" ON "opportunity_deadlines" USING btree ("workspace_id","opportunity_id","kind");--> statement-breakpoint
CREATE INDEX "opportunity_deadlines_at" ON "opportunity_deadlines" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "opportunity_documents_document" ON "opportunity_documents" USING btree ("workspace_id","document_id");--> statement-breakpoint
CREATE INDEX "opportunity_fields_name" ON "opportunity_fields" USING btree ("workspace_id","opportunity_id","name");--> statement-breakpoint
CREATE INDEX "requirement_revisions_of" ON "requirement_revisions" USING btree ("workspace_id","requirement_id","created_at");--> statement-breakpoint
CREATE INDEX "requirement_revisions_batch" ON "requirement_revisions" USING btree ("workspace_id","opportunity_id","created_at");--> statement-breakpoint
CREATE INDEX "requirements_order" ON "requirements" USING btree ("workspace_id","opportunity_id","position");--> statement-breakpoint
CREATE INDEX "requirements_document" ON "requirements" USING btree ("workspace_id","document_id");--> statement-breakpoint
CREATE INDEX "saved_searches_user" ON "saved_searches" USING btree ("workspace_id","user_id");--> statement-breakpoint
CREATE INDEX "tasks_of" ON "tasks" USING btree ("workspace_id","subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "tasks_assignee" ON "tasks" USING btree ("workspace_id","assignee_id","due_at");--> statement-breakpoint
CREATE POLICY "activities_workspace" ON "activities" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = activities.workspace_id and c.id = activities.collection_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = activities.workspace_id and c.id = activities.collection_id));--> statement-breakpoint
CREATE POLICY "amendments_workspace" ON "amendments" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = amendments.workspace_id and o.id = amendments.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = amendments.workspace_id and o.id = amendments.opportunity_id));--> statement-breakpoint
CREATE POLICY "buyer_questions_workspace" ON "buyer_questions" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = buyer_questions.workspace_id and o.id = buyer_questions.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = buyer_questions.workspace_id and o.id = buyer_questions.opportunity_id));--> statement-breakpoint
CREATE POLICY "calendar_feeds_workspace" ON "calendar_feeds" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "calendar_feeds_system" ON "calendar_feeds" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "comments_workspace" ON "comments" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = comments.workspace_id and c.id = comments.collection_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = comments.workspace_id and c.id = comments.collection_id));--> statement-breakpoint
CREATE POLICY "go_no_go_decisions_workspace" ON "go_no_go_decisions" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = go_no_go_decisions.workspace_id and o.id = go_no_go_decisions.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = go_no_go_decisions.workspace_id and o.id = go_no_go_decisions.opportunity_id));--> statement-breakpoint
CREATE POLICY "match_keys_workspace" ON "match_keys" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = match_keys.workspace_id and o.id = match_keys.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = match_keys.workspace_id and o.id = match_keys.opportunity_id));--> statement-breakpoint
CREATE POLICY "notices_workspace" ON "notices" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = notices.workspace_id and o.id = notices.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = notices.workspace_id and o.id = notices.opportunity_id));--> statement-breakpoint
CREATE POLICY "opportunities_workspace" ON "opportunities" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = opportunities.workspace_id and c.id = opportunities.collection_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = opportunities.workspace_id and c.id = opportunities.collection_id));--> statement-breakpoint
CREATE POLICY "opportunity_deadlines_workspace" ON "opportunity_deadlines" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_deadlines.workspace_id and o.id = opportunity_deadlines.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_deadlines.workspace_id and o.id = opportunity_deadlines.opportunity_id));--> statement-breakpoint
CREATE POLICY "opportunity_documents_workspace" ON "opportunity_documents" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_documents.workspace_id and o.id = opportunity_documents.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_documents.workspace_id and o.id = opportunity_documents.opportunity_id));--> statement-breakpoint
CREATE POLICY "opportunity_factors_workspace" ON "opportunity_factors" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_factors.workspace_id and o.id = opportunity_factors.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_factors.workspace_id and o.id = opportunity_factors.opportunity_id));--> statement-breakpoint
CREATE POLICY "opportunity_fields_workspace" ON "opportunity_fields" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_fields.workspace_id and o.id = opportunity_fields.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_fields.workspace_id and o.id = opportunity_fields.opportunity_id));--> statement-breakpoint
CREATE POLICY "opportunity_watchers_workspace" ON "opportunity_watchers" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_watchers.workspace_id and o.id = opportunity_watchers.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = opportunity_watchers.workspace_id and o.id = opportunity_watchers.opportunity_id));--> statement-breakpoint
CREATE POLICY "pipeline_stages_workspace" ON "pipeline_stages" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "requirement_revisions_workspace" ON "requirement_revisions" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = requirement_revisions.workspace_id and o.id = requirement_revisions.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = requirement_revisions.workspace_id and o.id = requirement_revisions.opportunity_id));--> statement-breakpoint
CREATE POLICY "requirements_workspace" ON "requirements" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = requirements.workspace_id and o.id = requirements.opportunity_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from opportunities o where o.workspace_id = requirements.workspace_id and o.id = requirements.opportunity_id));--> statement-breakpoint
CREATE POLICY "saved_searches_workspace" ON "saved_searches" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or is_shared or current_setting('app.scope', true) = 'workspace')) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) or current_setting('app.scope', true) = 'workspace'));--> statement-breakpoint
CREATE POLICY "tasks_workspace" ON "tasks" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = tasks.workspace_id and c.id = tasks.collection_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = tasks.workspace_id and c.id = tasks.collection_id));--> statement-breakpoint
CREATE POLICY "workspace_profiles_workspace" ON "workspace_profiles" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));