import { type SourceInterval, sourceIntervals } from "@/lib/vocabulary/sources";
import type { CreateSource, ScheduleInput, SourceView } from "./source-types";

export const scopeKinds = ["page", "heading", "fragment", "selector"] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** What a person types about a source; empty means "as suits the kind". Shared by adding and by settings. */
export interface SourceForm {
  every: "" | SourceInterval | "cron";
  cron: string;
  timeZone: string;
  quietFrom: string;
  quietTo: string;
  pages: string;
  megabytes: string;
  depth: string;
  scopeKind: ScopeKind;
  scopeText: string;
}

export type FormProblems = Partial<Record<keyof SourceForm, string>>;

export const emptyForm: SourceForm = {
  every: "",
  cron: "",
  timeZone: "UTC",
  quietFrom: "",
  quietTo: "",
  pages: "",
  megabytes: "",
  depth: "",
  scopeKind: "page",
  scopeText: "",
};

/** The limits of the doors, for a person who types. */
const limits = {
  pages: { min: 1, max: 20_000, unit: "pages" },
  megabytes: { min: 1, max: 10_000, unit: "MB" },
  depth: { min: 0, max: 10, unit: "steps" },
} as const;

export function formOf({ schedule, budget, scope }: Pick<SourceView, "schedule" | "budget" | "scope">): SourceForm {
  const scopeKind = (["heading", "fragment", "selector"] as const).find((kind) => scope[kind]);
  return {
    every: schedule.cron ? "cron" : schedule.every,
    cron: schedule.cron ?? "",
    timeZone: schedule.timeZone,
    quietFrom: schedule.quietHours?.from ?? "",
    quietTo: schedule.quietHours?.to ?? "",
    pages: String(budget.pages),
    megabytes: String(Math.round(budget.bytes / 1e6)),
    depth: String(budget.depth),
    scopeKind: scopeKind ?? "page",
    scopeText: (scopeKind && scope[scopeKind]) ?? "",
  };
}

/** What cannot be sent, each with what to do. Empty: it can. */
export function formProblems(form: SourceForm): FormProblems {
  const problems: FormProblems = {};
  if (form.every === "cron" && form.cron.trim().split(/\s+/).length !== 5) {
    problems.cron = "Give five fields, as in “0 7 * * 1-5” for weekdays at 7.";
  }
  if ((form.quietFrom === "") !== (form.quietTo === "")) problems.quietTo = "Give both times, or none.";
  for (const key of ["pages", "megabytes", "depth"] as const) {
    const { min, max, unit } = limits[key];
    const typed = form[key].trim();
    const value = Number(typed);
    if (typed !== "" && !(Number.isInteger(value) && value >= min && value <= max)) {
      problems[key] = `Give a whole number from ${min} to ${max.toLocaleString("en")} ${unit}.`;
    }
  }
  if (form.scopeKind !== "page" && form.scopeText.trim() === "")
    problems.scopeText = "Say which part is to be compared.";
  return problems;
}

/** Undefined: as suits the kind. */
export function scheduleOf(form: SourceForm): ScheduleInput | undefined {
  const hasQuiet = form.quietFrom !== "" && form.quietTo !== "";
  if (form.every === "" && !hasQuiet) return undefined;
  return {
    every: sourceIntervals.find((one) => one === form.every) ?? "24h",
    ...(form.every === "cron" ? { cron: form.cron.trim() } : {}),
    timeZone: form.timeZone.trim() || "UTC",
    ...(hasQuiet ? { quietHours: { from: form.quietFrom, to: form.quietTo } } : {}),
  };
}

export function budgetOf(form: SourceForm): CreateSource["budget"] {
  const budget = {
    ...(form.pages.trim() ? { pages: Number(form.pages) } : {}),
    ...(form.megabytes.trim() ? { bytes: Number(form.megabytes) * 1e6 } : {}),
    ...(form.depth.trim() ? { depth: Number(form.depth) } : {}),
  };
  return Object.keys(budget).length > 0 ? budget : undefined;
}

/** An empty scope is the whole page. */
export function scopeOf(form: SourceForm): NonNullable<CreateSource["scope"]> {
  const text = form.scopeText.trim();
  if (form.scopeKind === "page" || text === "") return {};
  return { [form.scopeKind]: form.scopeKind === "fragment" ? text.replace(/^#/, "") : text };
}
