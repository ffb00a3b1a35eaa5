import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";
import { fieldWords, plainWords } from "./audit-field-words";

export type AuditRow = inferRouterOutputs<AppRouter>["audit"]["list"]["entries"][number];

/** Who did it: by name; people whose name the trail does not know have left. */
export function actorWords(row: Pick<AuditRow, "actorName" | "actorId" | "actorKind">): string {
  const name = row.actorName ?? (row.actorId ? "a former member" : null);
  if (row.actorKind === "apiKey") return `${name ?? "somebody"}, by API key`;
  if (row.actorKind === "job") return name ? `a job for ${name}` : "a job";
  return name ?? row.actorKind;
}

/** What it is about, by name; a job has none but what it does. Its id is in the entry's own window. */
export function subjectWords({ subjectId, names, detail }: Pick<AuditRow, "subjectId" | "names" | "detail">): string {
  if (!subjectId) return "";
  return names[subjectId] ?? (typeof detail.job === "string" ? plainWords("job", detail.job) : "");
}

/** The details in a line, with names for ids; ids without a name are left to the entry's own window. */
export function detailWords({ detail, names, subjectId }: Pick<AuditRow, "detail" | "names" | "subjectId">): string {
  return Object.entries(detail)
    .map(([key, value]) => [key, valueWords(key, value, names, subjectId)] as const)
    .filter(([, words]) => words !== "")
    .map(([key, words]) => `${fieldWords(key)}: ${words}`)
    .join(", ");
}

function valueWords(key: string, value: unknown, names: Record<string, string>, subjectId: string | null): string {
  if (typeof value === "string" && (value === subjectId || names[value] || isId(value))) {
    return value === subjectId ? "" : (names[value] ?? "");
  }
  if (Array.isArray(value)) {
    const words = value.map((item) => valueWords(key, item, names, subjectId)).filter((item) => item !== "");
    return words.length === 0 && value.some(isId) ? `${value.length}` : words.join(", ");
  }
  return plainWords(key, value);
}

function isId(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
