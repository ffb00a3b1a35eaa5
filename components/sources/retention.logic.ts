import type { Retention } from "./source-types";

/** What a person chooses and types; `default`: as the workspace says. */
export interface RetentionForm {
  keep: "default" | "all" | "days" | "last";
  days: string;
  revisions: string;
}

export function retentionFormOf(retention: Retention | null): RetentionForm {
  return {
    keep: retention?.keep ?? "default",
    days: retention?.keep === "days" ? String(retention.days) : "365",
    revisions: retention?.keep === "last" ? String(retention.revisions) : "20",
  };
}

/** Undefined: what is typed is no rule. */
export function retentionOf({ keep, days, revisions }: RetentionForm): Retention | null | undefined {
  if (keep === "default") return null;
  if (keep === "all") return { keep };
  const count = Number(keep === "days" ? days : revisions);
  const most = keep === "days" ? 3_650 : 1_000;
  if (!Number.isInteger(count) || count < 1 || count > most) return undefined;
  return keep === "days" ? { keep, days: count } : { keep, revisions: count };
}

export function retentionWords(retention: Retention): string {
  if (retention.keep === "all") return "everything is kept";
  if (retention.keep === "days")
    return `replaced revisions are kept for ${retention.days} ${retention.days === 1 ? "day" : "days"}`;
  return retention.revisions === 1
    ? "only the newest revision of each page is kept"
    : `the newest ${retention.revisions} revisions of each page are kept`;
}
