import type { FieldName } from "@/lib/vocabulary/opportunities";
import type { StatedDeadline } from "@/server/opportunities/fields/stated-deadline";
import type { FoundField, QuotedPlace, TenderFields } from "@/server/opportunities/fields/tender-fields";
import type { TenderDocument } from "@/server/opportunities/tender-document";
import { deadlineInForce } from "./score-fields";

/** What was read of one package, as the line that `--out` writes; documents are paths inside the package. */
export function toFieldsLine(fields: TenderFields, documents: readonly TenderDocument[]) {
  const pathOf = (id: string | undefined) => documents.find((document) => document.id === id)?.path ?? id ?? "";
  const first = (name: FieldName) => fields.fields.find((field) => field.name === name);
  const quoted = ({ place, quote }: QuotedPlace) => ({ document: pathOf(place.document), quote });
  const submission = deadlineInForce(fields, "submission");
  const questions = deadlineInForce(fields, "questions");
  const all = (name: FieldName) =>
    fields.fields.filter((field) => field.name === name).map((field) => ({ name: field.text, ...quoted(field) }));
  const single = [
    "title",
    "buyer",
    "reference",
    "kind",
    "place",
    "set_aside",
    "period",
    "contract_type",
    "submission_method",
    "incumbent",
  ] as const;
  return {
    opportunity: {
      ...(Object.fromEntries(single.map((name) => [name, first(name)?.text ?? null])) as Record<
        (typeof single)[number],
        string | null
      >),
      submission_deadline: localMoment(submission),
      time_zone: zoneName(submission),
      submission_deadline_utc: submission?.at ?? null,
      questions_deadline: localMoment(questions),
      questions_time_zone: zoneName(questions),
      estimated_value: first("value")?.text ?? null,
      contact_email: fields.fields.filter(isContact).find((field) => field.value.email)?.value.email ?? null,
      period_of_performance: first("period")?.text ?? null,
      page_limits: all("page_limit"),
      evaluation_factors: all("evaluation_factor"),
      evidence: Object.fromEntries(
        single.flatMap((name) => {
          const field = first(name);
          return field ? [[name, quoted(field)]] : [];
        }),
      ),
      deadlines: fields.deadlines.flatMap((group) =>
        group.statements.map((said, index) => ({
          kind: group.kind,
          in_force: index === group.inForce,
          local: localMoment(said),
          time_zone: said.zoneStated,
          flags: said.flags,
          document: pathOf(said.place?.document),
          quote: said.quote,
        })),
      ),
    },
    contradictions: fields.contradictions.map((one) => ({
      what: one.what,
      severity: one.severity,
      a: quoted(one.a),
      b: quoted(one.b),
    })),
  };
}

function isContact(field: FoundField): field is Extract<FoundField, { name: "contact" }> {
  return field.name === "contact";
}

function localMoment(said: StatedDeadline | null): string | null {
  if (!said?.localDate) return null;
  return said.localTime ? `${said.localDate}T${said.localTime}:00` : said.localDate;
}

/** The zone as stated where it is an abbreviation with an offset of its own, else the IANA name that it means. */
function zoneName(said: StatedDeadline | null): string | null {
  return said?.zone?.includes("/") ? said.zone : (said?.zoneStated ?? null);
}
