ALTER TABLE "opportunities" ADD COLUMN "submission_last_at" timestamp with time zone;--> statement-breakpoint
-- Dates that contradict each other already: the end of the latest one, a day without a zone once it has ended in the last one of all.
-- A day that no calendar has is no reason to stop here.
UPDATE "opportunities" o SET "submission_last_at" = d."last" FROM (
  SELECT "workspace_id", "opportunity_id", max(coalesce("at", CASE
    WHEN "local_date" ~ '^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
    THEN (make_date(left("local_date", 4)::int, substr("local_date", 6, 2)::int, 1) + right("local_date", 2)::int + time '12:00') AT TIME ZONE 'UTC'
    END)) AS "last"
  FROM "opportunity_deadlines" WHERE "kind" = 'submission' AND "state" = 'contradicted'
  GROUP BY "workspace_id", "opportunity_id"
) d WHERE o."is_submission_contradicted" AND d."workspace_id" = o."workspace_id" AND d."opportunity_id" = o."id";
