ALTER TABLE "opportunities" ADD COLUMN "owns_collection" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "opportunity_documents" ADD COLUMN "detached_at" timestamp with time zone;