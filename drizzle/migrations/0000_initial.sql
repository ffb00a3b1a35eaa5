CREATE SCHEMA "jobs";
--> statement-breakpoint
CREATE SEQUENCE "jobs"."step_order" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "answer_sentences" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"query_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_sentences_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "answer_sentences_position" UNIQUE("workspace_id","query_id","position")
);
--> statement-breakpoint
ALTER TABLE "answer_sentences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_keys" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"token_hash" text NOT NULL,
	"scope" text NOT NULL,
	"created_by" uuid NOT NULL,
	"last_used_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "api_keys_token_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_events" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_id" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_events_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "audit_events_seq" UNIQUE("workspace_id","seq")
);
--> statement-breakpoint
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth_tokens" (
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_tokens_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "auth_tokens_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "auth_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chunk_vectors" (
	"workspace_id" uuid NOT NULL,
	"model_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"dimensions" integer NOT NULL,
	"embedding" vector NOT NULL,
	CONSTRAINT "chunk_vectors_workspace_id_model_id_number_pk" PRIMARY KEY("workspace_id","model_id","number")
);
--> statement-breakpoint
ALTER TABLE "chunk_vectors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chunks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"document_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"rendition_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"heading_path" text[] NOT NULL,
	"language" text NOT NULL,
	"page" integer,
	"start_offset" integer NOT NULL,
	"end_offset" integer NOT NULL,
	"text" text NOT NULL,
	"tokens" text NOT NULL,
	CONSTRAINT "chunks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "chunks_number" UNIQUE("workspace_id","number")
);
--> statement-breakpoint
ALTER TABLE "chunks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "citations" (
	"workspace_id" uuid NOT NULL,
	"query_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"evidence_id" uuid NOT NULL,
	CONSTRAINT "citations_workspace_id_query_id_number_pk" PRIMARY KEY("workspace_id","query_id","number")
);
--> statement-breakpoint
ALTER TABLE "citations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "collection_members" (
	"workspace_id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collection_members_workspace_id_collection_id_user_id_pk" PRIMARY KEY("workspace_id","collection_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "collection_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "collections" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"visibility" text DEFAULT 'workspace' NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collections_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "collections_name" UNIQUE("workspace_id","name"),
	CONSTRAINT "collections_number" UNIQUE("workspace_id","number")
);
--> statement-breakpoint
ALTER TABLE "collections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"visibility" text DEFAULT 'private' NOT NULL,
	"collection_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "conversations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dependents" (
	"workspace_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"dependent_id" uuid NOT NULL,
	"freshness" text DEFAULT 'current' NOT NULL,
	"changed_by_snapshot_id" uuid,
	"after" text,
	"after_start" integer,
	"marked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dependents_workspace_id_evidence_id_kind_dependent_id_pk" PRIMARY KEY("workspace_id","evidence_id","kind","dependent_id")
);
--> statement-breakpoint
ALTER TABLE "dependents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "documents" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"path" text NOT NULL,
	"title" text NOT NULL,
	"kind" text,
	"origin" text NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"current_snapshot_id" uuid,
	"created_by" uuid,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "documents_path" UNIQUE("workspace_id","collection_id","path")
);
--> statement-breakpoint
ALTER TABLE "documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "embedding_models" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"dimensions" integer NOT NULL,
	"state" text NOT NULL,
	"fitted_chunks" integer NOT NULL,
	"average_length" real,
	"folded_through" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "embedding_models_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "embedding_models" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"rendition_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"page" integer,
	"quote" text NOT NULL,
	"quote_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "indexed_snapshots" (
	"workspace_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"first_number" integer NOT NULL,
	"chunk_count" integer NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "indexed_snapshots_workspace_id_document_id_snapshot_id_pk" PRIMARY KEY("workspace_id","document_id","snapshot_id")
);
--> statement-breakpoint
ALTER TABLE "indexed_snapshots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "invitations_token_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "jobs"."dead_letters" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"function_id" text NOT NULL,
	"share_key" text NOT NULL,
	"step_name" text,
	"reason" text NOT NULL,
	"error" jsonb NOT NULL,
	"attempts" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"replayed_at" timestamp with time zone,
	"replay_run_id" text
);
--> statement-breakpoint
CREATE TABLE "jobs"."events" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs"."pauses" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"step_id" text,
	"kind" text NOT NULL,
	"event_name" text,
	"expression" text,
	"match_path" text[],
	"match_value" text,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "jobs"."queue" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"function_id" text NOT NULL,
	"kind" text NOT NULL,
	"step_id" text,
	"share_key" text NOT NULL,
	"keys" text[] NOT NULL,
	"limits" integer[] NOT NULL,
	"rank_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"generation" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"lease_owner" text
);
--> statement-breakpoint
CREATE TABLE "jobs"."runs" (
	"id" text PRIMARY KEY NOT NULL,
	"function_id" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"event_id" text NOT NULL,
	"events" jsonb NOT NULL,
	"share_key" text NOT NULL,
	"concurrency_keys" text[] NOT NULL,
	"concurrency_limits" integer[] NOT NULL,
	"is_planned" boolean DEFAULT false NOT NULL,
	"idempotency_key" text,
	"correlation_id" text,
	"rank_at" timestamp with time zone NOT NULL,
	"output" jsonb,
	"error" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "jobs"."schedules" (
	"id" text PRIMARY KEY NOT NULL,
	"function_id" text NOT NULL,
	"cron" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "jobs"."steps" (
	"run_id" text NOT NULL,
	"id" text NOT NULL,
	"op" text NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"is_race" boolean DEFAULT false NOT NULL,
	"seq" bigint,
	"output" jsonb,
	"attempts" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "steps_run_id_id_pk" PRIMARY KEY("run_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail_outbox" (
	"id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_outbox_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "mail_outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "model_settings" (
	"workspace_id" uuid NOT NULL,
	"provider" text,
	"model" text,
	"base_url" text,
	"api_key_cipher" text,
	"input_price_micros" bigint,
	"output_price_micros" bigint,
	"monthly_budget_micros" bigint,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"warned_month" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "model_settings_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "model_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid NOT NULL,
	"workspace_id" uuid,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"taken_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "posting_blocks" (
	"workspace_id" uuid NOT NULL,
	"term" text NOT NULL,
	"block_no" integer NOT NULL,
	"posting_count" integer NOT NULL,
	"postings" "bytea" NOT NULL,
	CONSTRAINT "posting_blocks_workspace_id_term_block_no_pk" PRIMARY KEY("workspace_id","term","block_no")
);
--> statement-breakpoint
ALTER TABLE "posting_blocks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "posting_lengths" (
	"workspace_id" uuid NOT NULL,
	"block_no" integer NOT NULL,
	"lengths" "bytea" NOT NULL,
	"languages" "bytea" NOT NULL,
	CONSTRAINT "posting_lengths_workspace_id_block_no_pk" PRIMARY KEY("workspace_id","block_no")
);
--> statement-breakpoint
ALTER TABLE "posting_lengths" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "queries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"question" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"bypasses_cache" boolean DEFAULT false NOT NULL,
	"follow_ups" text[] DEFAULT '{}' NOT NULL,
	"nearest" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"engine" text,
	"fallback_reason" text,
	"confidence" double precision,
	"abstained_at" timestamp with time zone,
	"phases" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"usage" jsonb,
	"failure_reason" text,
	"cancel_requested_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "queries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "queries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "query_feedback" (
	"workspace_id" uuid NOT NULL,
	"query_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"comment" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "query_feedback_workspace_id_query_id_user_id_pk" PRIMARY KEY("workspace_id","query_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "query_feedback" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "renditions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"extractor" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"blocks" jsonb NOT NULL,
	"pages" jsonb NOT NULL,
	"lines" jsonb NOT NULL,
	"title" text,
	"warnings" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "renditions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "renditions_extractor" UNIQUE("workspace_id","snapshot_id","extractor","version")
);
--> statement-breakpoint
ALTER TABLE "renditions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_indexes" (
	"workspace_id" uuid NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"next_number" integer DEFAULT 0 NOT NULL,
	"live_chunks" integer DEFAULT 0 NOT NULL,
	"dead_chunks" integer DEFAULT 0 NOT NULL,
	"current_model_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_indexes_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "search_indexes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "sessions_token_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "snapshots" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"byte_size" integer NOT NULL,
	"mime" text,
	"storage_key" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"failure_code" text,
	"failure_reason" text,
	"progress" jsonb,
	"page_count" integer,
	"chunk_count" integer,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "snapshots_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "snapshots_revision" UNIQUE("workspace_id","document_id","revision")
);
--> statement-breakpoint
ALTER TABLE "snapshots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stream_events" (
	"workspace_id" uuid NOT NULL,
	"stream_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"generation" integer NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stream_events_workspace_id_stream_id_seq_pk" PRIMARY KEY("workspace_id","stream_id","seq")
);
--> statement-breakpoint
ALTER TABLE "stream_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "term_vectors" (
	"workspace_id" uuid NOT NULL,
	"model_id" uuid NOT NULL,
	"term" text NOT NULL,
	"idf" real NOT NULL,
	"vector" "bytea" NOT NULL,
	CONSTRAINT "term_vectors_workspace_id_model_id_term_pk" PRIMARY KEY("workspace_id","model_id","term")
);
--> statement-breakpoint
ALTER TABLE "term_vectors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tool_calls" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"query_id" uuid NOT NULL,
	"task_id" text NOT NULL,
	"tool" text NOT NULL,
	"input" jsonb NOT NULL,
	"summary" text NOT NULL,
	"duration_ms" integer NOT NULL,
	"cache_age_ms" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tool_calls_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "tool_calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tool_contexts" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"tool" text NOT NULL,
	"result" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tool_contexts_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "tool_contexts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "usage_entries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"month" integer NOT NULL,
	"judgement" text NOT NULL,
	"model" text NOT NULL,
	"state" text NOT NULL,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	"duration_ms" integer,
	"outcome" text,
	"query_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "usage_entries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "usage_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"is_operator" boolean DEFAULT false NOT NULL,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "users_email" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspaces_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "workspaces_slug" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "workspaces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "answer_sentences" ADD CONSTRAINT "answer_sentences_workspace_id_query_id_queries_workspace_id_id_fk" FOREIGN KEY ("workspace_id","query_id") REFERENCES "public"."queries"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_tokens" ADD CONSTRAINT "auth_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chunk_vectors" ADD CONSTRAINT "chunk_vectors_workspace_id_model_id_embedding_models_workspace_id_id_fk" FOREIGN KEY ("workspace_id","model_id") REFERENCES "public"."embedding_models"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chunk_vectors" ADD CONSTRAINT "chunk_vectors_workspace_id_number_chunks_workspace_id_number_fk" FOREIGN KEY ("workspace_id","number") REFERENCES "public"."chunks"("workspace_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chunks" ADD CONSTRAINT "chunks_workspace_id_document_id_documents_workspace_id_id_fk" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."documents"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chunks" ADD CONSTRAINT "chunks_workspace_id_snapshot_id_snapshots_workspace_id_id_fk" FOREIGN KEY ("workspace_id","snapshot_id") REFERENCES "public"."snapshots"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chunks" ADD CONSTRAINT "chunks_workspace_id_rendition_id_renditions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","rendition_id") REFERENCES "public"."renditions"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_workspace_id_query_id_queries_workspace_id_id_fk" FOREIGN KEY ("workspace_id","query_id") REFERENCES "public"."queries"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_workspace_id_evidence_id_evidence_workspace_id_id_fk" FOREIGN KEY ("workspace_id","evidence_id") REFERENCES "public"."evidence"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_members" ADD CONSTRAINT "collection_members_workspace_id_collection_id_collections_workspace_id_id_fk" FOREIGN KEY ("workspace_id","collection_id") REFERENCES "public"."collections"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_members" ADD CONSTRAINT "collection_members_workspace_id_user_id_members_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependents" ADD CONSTRAINT "dependents_workspace_id_evidence_id_evidence_workspace_id_id_fk" FOREIGN KEY ("workspace_id","evidence_id") REFERENCES "public"."evidence"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_workspace_id_collection_id_collections_workspace_id_id_fk" FOREIGN KEY ("workspace_id","collection_id") REFERENCES "public"."collections"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embedding_models" ADD CONSTRAINT "embedding_models_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_workspace_id_rendition_id_renditions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","rendition_id") REFERENCES "public"."renditions"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indexed_snapshots" ADD CONSTRAINT "indexed_snapshots_workspace_id_snapshot_id_snapshots_workspace_id_id_fk" FOREIGN KEY ("workspace_id","snapshot_id") REFERENCES "public"."snapshots"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs"."dead_letters" ADD CONSTRAINT "dead_letters_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "jobs"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs"."pauses" ADD CONSTRAINT "pauses_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "jobs"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs"."queue" ADD CONSTRAINT "queue_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "jobs"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs"."steps" ADD CONSTRAINT "steps_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "jobs"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_settings" ADD CONSTRAINT "model_settings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_blocks" ADD CONSTRAINT "posting_blocks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_lengths" ADD CONSTRAINT "posting_lengths_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queries" ADD CONSTRAINT "queries_workspace_id_conversation_id_conversations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "query_feedback" ADD CONSTRAINT "query_feedback_workspace_id_query_id_queries_workspace_id_id_fk" FOREIGN KEY ("workspace_id","query_id") REFERENCES "public"."queries"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_workspace_id_snapshot_id_snapshots_workspace_id_id_fk" FOREIGN KEY ("workspace_id","snapshot_id") REFERENCES "public"."snapshots"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_indexes" ADD CONSTRAINT "search_indexes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_workspace_id_document_id_documents_workspace_id_id_fk" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."documents"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_vectors" ADD CONSTRAINT "term_vectors_workspace_id_model_id_embedding_models_workspace_id_id_fk" FOREIGN KEY ("workspace_id","model_id") REFERENCES "public"."embedding_models"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_calls" ADD CONSTRAINT "tool_calls_workspace_id_query_id_queries_workspace_id_id_fk" FOREIGN KEY ("workspace_id","query_id") REFERENCES "public"."queries"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_contexts" ADD CONSTRAINT "tool_contexts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_entries" ADD CONSTRAINT "usage_entries_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "auth_tokens_user" ON "auth_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "chunk_vectors_hnsw_192" ON "chunk_vectors" USING hnsw ((embedding::vector(192)) vector_ip_ops) WHERE dimensions = 192;--> statement-breakpoint
CREATE INDEX "chunk_vectors_hnsw_384" ON "chunk_vectors" USING hnsw ((embedding::vector(384)) vector_ip_ops) WHERE dimensions = 384;--> statement-breakpoint
CREATE INDEX "chunk_vectors_hnsw_768" ON "chunk_vectors" USING hnsw ((embedding::vector(768)) vector_ip_ops) WHERE dimensions = 768;--> statement-breakpoint
CREATE INDEX "chunk_vectors_hnsw_1024" ON "chunk_vectors" USING hnsw ((embedding::vector(1024)) vector_ip_ops) WHERE dimensions = 1024;--> statement-breakpoint
CREATE INDEX "chunk_vectors_hnsw_1536" ON "chunk_vectors" USING hnsw ((embedding::vector(1536)) vector_ip_ops) WHERE dimensions = 1536;--> statement-breakpoint
CREATE INDEX "chunk_vectors_number" ON "chunk_vectors" USING btree ("workspace_id","number");--> statement-breakpoint
CREATE INDEX "chunks_document" ON "chunks" USING btree ("workspace_id","document_id");--> statement-breakpoint
CREATE INDEX "chunks_snapshot" ON "chunks" USING btree ("workspace_id","snapshot_id");--> statement-breakpoint
CREATE INDEX "conversations_recent" ON "conversations" USING btree ("workspace_id","created_by","updated_at");--> statement-breakpoint
CREATE INDEX "dependents_of" ON "dependents" USING btree ("workspace_id","kind","dependent_id");--> statement-breakpoint
CREATE INDEX "documents_updated" ON "documents" USING btree ("workspace_id","updated_at");--> statement-breakpoint
CREATE INDEX "evidence_document" ON "evidence" USING btree ("workspace_id","document_id");--> statement-breakpoint
CREATE INDEX "invitations_email" ON "invitations" USING btree ("workspace_id","email");--> statement-breakpoint
CREATE INDEX "dead_letters_created" ON "jobs"."dead_letters" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "dead_letters_run" ON "jobs"."dead_letters" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "events_received" ON "jobs"."events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "pauses_run" ON "jobs"."pauses" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "pauses_event" ON "jobs"."pauses" USING btree ("event_name","match_value");--> statement-breakpoint
CREATE INDEX "queue_run" ON "jobs"."queue" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "queue_waiting" ON "jobs"."queue" USING btree ("share_key","rank_at","id") WHERE leased_until is null and kind = 'call';--> statement-breakpoint
CREATE INDEX "queue_timers" ON "jobs"."queue" USING btree ("due_at") WHERE kind <> 'call';--> statement-breakpoint
CREATE INDEX "queue_leased" ON "jobs"."queue" USING btree ("leased_until") WHERE leased_until is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "runs_idempotency" ON "jobs"."runs" USING btree ("function_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "runs_function" ON "jobs"."runs" USING btree ("function_id","created_at");--> statement-breakpoint
CREATE INDEX "runs_share" ON "jobs"."runs" USING btree ("share_key","created_at");--> statement-breakpoint
CREATE INDEX "runs_created" ON "jobs"."runs" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "runs_event" ON "jobs"."runs" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "runs_ended" ON "jobs"."runs" USING btree ("ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "schedules_next" ON "jobs"."schedules" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "mail_outbox_created" ON "mail_outbox" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("id") WHERE taken_at is null;--> statement-breakpoint
CREATE INDEX "queries_conversation" ON "queries" USING btree ("workspace_id","conversation_id","position");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "snapshots_sha256" ON "snapshots" USING btree ("workspace_id","sha256");--> statement-breakpoint
CREATE INDEX "snapshots_status" ON "snapshots" USING btree ("workspace_id","status");--> statement-breakpoint
CREATE INDEX "tool_calls_query" ON "tool_calls" USING btree ("workspace_id","query_id");--> statement-breakpoint
CREATE INDEX "usage_entries_month" ON "usage_entries" USING btree ("workspace_id","month");--> statement-breakpoint
CREATE POLICY "answer_sentences_workspace" ON "answer_sentences" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from queries q where q.workspace_id = answer_sentences.workspace_id and q.id = answer_sentences.query_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from queries q where q.workspace_id = answer_sentences.workspace_id and q.id = answer_sentences.query_id));--> statement-breakpoint
CREATE POLICY "api_keys_workspace" ON "api_keys" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "api_keys_system" ON "api_keys" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_events_workspace" ON "audit_events" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "audit_events_system" ON "audit_events" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "auth_tokens_system" ON "auth_tokens" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "chunk_vectors_workspace" ON "chunk_vectors" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "chunks_workspace" ON "chunks" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from documents d where d.workspace_id = chunks.workspace_id and d.id = chunks.document_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from documents d where d.workspace_id = chunks.workspace_id and d.id = chunks.document_id));--> statement-breakpoint
CREATE POLICY "citations_workspace" ON "citations" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from queries q where q.workspace_id = citations.workspace_id and q.id = citations.query_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from queries q where q.workspace_id = citations.workspace_id and q.id = citations.query_id));--> statement-breakpoint
CREATE POLICY "collection_members_workspace" ON "collection_members" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "collections_workspace" ON "collections" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and (visibility = 'workspace' or current_setting('app.scope', true) = 'workspace' or exists (select 1 from collection_members m where m.workspace_id = collections.workspace_id and m.collection_id = collections.id and m.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)))) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and (visibility = 'workspace' or current_setting('app.scope', true) = 'workspace' or exists (select 1 from collection_members m where m.workspace_id = collections.workspace_id and m.collection_id = collections.id and m.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "conversations_workspace" ON "conversations" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and (visibility = 'workspace' or created_by = (select nullif(current_setting('app.user_id', true), '')::uuid))) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and created_by is not null);--> statement-breakpoint
CREATE POLICY "dependents_workspace" ON "dependents" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "documents_workspace" ON "documents" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = documents.workspace_id and c.id = documents.collection_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from collections c where c.workspace_id = documents.workspace_id and c.id = documents.collection_id));--> statement-breakpoint
CREATE POLICY "embedding_models_workspace" ON "embedding_models" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "evidence_workspace" ON "evidence" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from documents d where d.workspace_id = evidence.workspace_id and d.id = evidence.document_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from documents d where d.workspace_id = evidence.workspace_id and d.id = evidence.document_id));--> statement-breakpoint
CREATE POLICY "idempotency_keys_workspace" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "indexed_snapshots_workspace" ON "indexed_snapshots" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "invitations_workspace" ON "invitations" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "invitations_system" ON "invitations" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mail_outbox_system" ON "mail_outbox" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "members_workspace" ON "members" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "members_system" ON "members" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "model_settings_workspace" ON "model_settings" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "outbox_workspace" ON "outbox" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "outbox_system" ON "outbox" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "posting_blocks_workspace" ON "posting_blocks" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "posting_lengths_workspace" ON "posting_lengths" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "queries_workspace" ON "queries" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from conversations c where c.workspace_id = queries.workspace_id and c.id = queries.conversation_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from conversations c where c.workspace_id = queries.workspace_id and c.id = queries.conversation_id));--> statement-breakpoint
CREATE POLICY "query_feedback_workspace" ON "query_feedback" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from queries q where q.workspace_id = query_feedback.workspace_id and q.id = query_feedback.query_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from queries q where q.workspace_id = query_feedback.workspace_id and q.id = query_feedback.query_id));--> statement-breakpoint
CREATE POLICY "renditions_workspace" ON "renditions" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from documents d where d.workspace_id = renditions.workspace_id and d.id = renditions.document_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from documents d where d.workspace_id = renditions.workspace_id and d.id = renditions.document_id));--> statement-breakpoint
CREATE POLICY "search_indexes_workspace" ON "search_indexes" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "sessions_system" ON "sessions" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "snapshots_workspace" ON "snapshots" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from documents d where d.workspace_id = snapshots.workspace_id and d.id = snapshots.document_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from documents d where d.workspace_id = snapshots.workspace_id and d.id = snapshots.document_id));--> statement-breakpoint
CREATE POLICY "stream_events_workspace" ON "stream_events" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "term_vectors_workspace" ON "term_vectors" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "tool_calls_workspace" ON "tool_calls" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from queries q where q.workspace_id = tool_calls.workspace_id and q.id = tool_calls.query_id)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid) and exists (select 1 from queries q where q.workspace_id = tool_calls.workspace_id and q.id = tool_calls.query_id));--> statement-breakpoint
CREATE POLICY "tool_contexts_workspace" ON "tool_contexts" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "usage_entries_workspace" ON "usage_entries" AS PERMISSIVE FOR ALL TO "outrider_app" USING (workspace_id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (workspace_id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "users_system" ON "users" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "workspaces_workspace" ON "workspaces" AS PERMISSIVE FOR ALL TO "outrider_app" USING (id = (select current_setting('app.workspace_id')::uuid)) WITH CHECK (id = (select current_setting('app.workspace_id')::uuid));--> statement-breakpoint
CREATE POLICY "workspaces_system" ON "workspaces" AS PERMISSIVE FOR ALL TO "outrider_system" USING (true) WITH CHECK (true);