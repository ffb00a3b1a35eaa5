CREATE FUNCTION list_text(items text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN array_to_string(items, chr(30));--> statement-breakpoint
CREATE FUNCTION list_text(items uuid[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN array_to_string(items, chr(30));--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "facet_text" text GENERATED ALWAYS AS (stage || chr(31) || coalesce(outcome, 'open') || chr(31) || kind || chr(31) || procedure_status || chr(31) || coalesce(buyer, '') || chr(31) ||
  coalesce(country, '') || chr(31) || coalesce(owner_id::text, 'none') || chr(31) || coalesce(decision, 'none') || chr(31) ||
  list_text(divisions) || chr(31) || list_text(tags) || chr(31) || list_text(source_ids)) STORED;