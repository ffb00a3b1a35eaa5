ALTER TABLE "opportunities" ADD COLUMN "divisions" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE "opportunities" SET "divisions" = ARRAY(SELECT DISTINCT split_part(c, ':', 1) || ':' || left(split_part(c, ':', 2), 2) FROM unnest("categories") AS c) WHERE "categories" <> '{}';
