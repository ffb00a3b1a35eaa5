import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

export type AuditRow = inferRouterOutputs<AppRouter>["audit"]["list"]["entries"][number];

/** Who did it: by name; people whose name the trail does not know have left. */
export function actorWords(row: Pick<AuditRow, "actorName" | "actorId" | "actorKind">): string {
  const name = row.actorName ?? (row.actorId ? "a former member" : null);
  if (row.actorKind === "apiKey") return `${name ?? "somebody"}, by API key`;
  if (row.actorKind === "job") return name ? `a job for ${name}` : "a job";
  return name ?? row.actorKind;
}

/** What it is about, by name. Its id is in the entry's own window. */
export function subjectWords({ subjectId, names }: Pick<AuditRow, "subjectId" | "names">): string {
  return subjectId ? (names[subjectId] ?? "") : "";
}

/** The details in a line, with names for ids; ids without a name are left to the entry's own window. */
export function detailWords({ detail, names, subjectId }: Pick<AuditRow, "detail" | "names" | "subjectId">): string {
  return Object.entries(detail)
    .map(([key, value]) => [key, valueWords(value, names, subjectId)] as const)
    .filter(([, words]) => words !== "")
    .map(([key, words]) => `${key}: ${words}`)
    .join(", ");
}

function valueWords(value: unknown, names: Record<string, string>, subjectId: string | null): string {
  if (typeof value === "string") return value === subjectId ? "" : (names[value] ?? (isId(value) ? "" : value));
  if (Array.isArray(value)) {
    const words = value.map((item) => valueWords(item, names, subjectId)).filter((item) => item !== "");
    return words.length === 0 && value.some(isId) ? `${value.length}` : words.join(", ");
  }
  return JSON.stringify(value);
}

function isId(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
