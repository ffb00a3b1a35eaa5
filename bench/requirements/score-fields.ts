import { zoneAfter } from "@/server/opportunities/fields/dates/find-zone";
import type { StatedDeadline } from "@/server/opportunities/fields/stated-deadline";
import type { Contradiction, TenderFields } from "@/server/opportunities/fields/tender-fields";
import type { TenderDocument } from "@/server/opportunities/tender-document";
import { calendarDates, dateStandsIn } from "./independent-dates";

interface GoldQuote {
  document: string;
  quote: string;
}

interface GoldValue extends GoldQuote {
  value: string;
  time_zone?: string;
}

export interface GoldOpportunity {
  title: GoldValue | null;
  buyer: GoldValue | null;
  reference: GoldValue | null;
  submission_deadline: GoldValue | null;
  questions_deadline: GoldValue | null;
  page_limits?: (GoldQuote & { name: string })[];
  evaluation_factors?: (GoldQuote & { name: string })[];
}

export interface GoldContradiction {
  what: string;
  severity: "hard" | "soft" | "reference";
  a: GoldQuote;
  b: GoldQuote;
}

interface TruthDate {
  date: string;
  time?: string;
  zone?: string;
  file?: string;
}

/** One entry of `truth.json`: dates read by a person. */
export interface PackageTruth {
  due?: TruthDate;
  questions_due?: TruthDate;
  conflicts?: { file: string; says: string; why: string }[];
}

export interface ReadPackageFields {
  package: string;
  /** Of the gold file; null for a package that only `truth.json` knows. */
  opportunity: GoldOpportunity | null;
  contradictions: GoldContradiction[];
  truth: PackageTruth | null;
  fields: TenderFields;
  documents: readonly TenderDocument[];
}

export interface FieldFigures {
  deadlineExact: number | null;
  questionsDeadlineExact: number | null;
  /** Of the hard contradictions between dates of submission, and of blanks that stand beside a date. */
  contradictionsShown: number | null;
  /** Contradictions that no reader listed, all packages together; `perPackage` has the most in one. */
  falseContradictions: number;
  falseContradictionsPerPackage: number;
  inventedDates: number;
  titleRight: number | null;
  buyerRight: number | null;
  referenceRight: number | null;
  factorRecall: number | null;
  pageLimitRecall: number | null;
}

/** Compares what was read of each package with what people read; `misses` tells each difference in a line. */
export function scoreFields(packages: readonly ReadPackageFields[]): { figures: FieldFigures; misses: string[] } {
  const tally = new Tally();
  let falseOnes = 0;
  let mostFalse = 0;
  let invented = 0;
  for (const one of packages) {
    scoreDates(one, tally);
    scoreValues(one, tally);
    const wrong = one.fields.contradictions.filter((found) => !isListed(found, one));
    for (const found of wrong)
      tally.miss(one.package, "falseContradictions", `${found.what}: “${found.a.quote}” / “${found.b.quote}”`);
    falseOnes += wrong.length;
    mostFalse = Math.max(mostFalse, wrong.length);
    for (const { kind, statements } of one.fields.deadlines) {
      for (const { localDate, quote, flags } of statements) {
        // Whose year the request's other dates tell is flagged; its day and month must stand there.
        const said = flags.includes("relative") ? `${quote} ${localDate?.slice(0, 4)}` : quote;
        if (localDate === null || dateStandsIn(localDate, said)) continue;
        invented += 1;
        tally.miss(one.package, "inventedDates", `${kind} ${localDate} from “${quote}”`);
      }
    }
  }
  const figures = {
    deadlineExact: tally.share("deadlineExact"),
    questionsDeadlineExact: tally.share("questionsDeadlineExact"),
    contradictionsShown: tally.share("contradictionsShown"),
    falseContradictions: falseOnes,
    falseContradictionsPerPackage: mostFalse,
    inventedDates: invented,
    titleRight: tally.share("titleRight"),
    buyerRight: tally.share("buyerRight"),
    referenceRight: tally.share("referenceRight"),
    factorRecall: tally.share("factorRecall"),
    pageLimitRecall: tally.share("pageLimitRecall"),
  };
  return { figures, misses: tally.misses };
}

class Tally {
  private readonly counts = new Map<string, { right: number; all: number }>();
  readonly misses: string[] = [];

  count(packageName: string, figure: string, isRight: boolean, detail: string): void {
    const count = this.counts.get(figure) ?? { right: 0, all: 0 };
    this.counts.set(figure, { right: count.right + Number(isRight), all: count.all + 1 });
    if (!isRight) this.miss(packageName, figure, detail);
  }

  miss(packageName: string, figure: string, detail: string): void {
    this.misses.push(`${packageName} ${figure}: ${detail.replace(/\s+/g, " ")}`);
  }

  share(figure: string): number | null {
    const count = this.counts.get(figure);
    return count ? count.right / count.all : null;
  }
}

function scoreDates(one: ReadPackageFields, tally: Tally): void {
  const due = goldDate(one.opportunity?.submission_deadline) ?? one.truth?.due ?? null;
  const questions = goldDate(one.opportunity?.questions_deadline) ?? one.truth?.questions_due ?? null;
  for (const [figure, kind, wanted] of [
    ["deadlineExact", "submission", due],
    ["questionsDeadlineExact", "questions", questions],
  ] as const) {
    if (!wanted) continue;
    const said = deadlineInForce(one.fields, kind);
    tally.count(
      one.package,
      figure,
      isSameDate(said, wanted),
      `wanted ${describeTruth(wanted)}, read ${describe(said)}`,
    );
  }
  for (const gold of one.contradictions.filter(isAboutSubmission)) {
    const isShown = one.fields.contradictions.some((found) => matches(found, gold));
    tally.count(one.package, "contradictionsShown", isShown, `${gold.what}: “${gold.a.quote}” / “${gold.b.quote}”`);
  }
  for (const conflict of one.truth?.conflicts ?? []) {
    if (calendarDates(conflict.says).length > 0 && one.contradictions.some(isAboutSubmission)) continue;
    const statements = one.fields.deadlines
      .filter(({ kind }) => kind === "submission")
      .flatMap((group) => group.statements);
    const isBlankShown = statements.some(
      (said) =>
        said.localDate === null &&
        pathOf(one, said.place?.document) === conflict.file &&
        overlaps(said.quote, conflict.says),
    );
    const isShown =
      isBlankShown ||
      one.fields.contradictions.some(({ a, b }) =>
        [a, b].some(
          ({ place, quote }) => pathOf(one, place.document) === conflict.file && overlaps(quote, conflict.says),
        ),
      );
    tally.count(one.package, "contradictionsShown", isShown, `${conflict.file}: “${conflict.says}” (${conflict.why})`);
  }
}

function scoreValues(one: ReadPackageFields, tally: Tally): void {
  const gold = one.opportunity;
  if (!gold) return;
  const said = (name: "title" | "buyer" | "reference") =>
    one.fields.fields.find((field) => field.name === name)?.text ?? "";
  for (const name of ["title", "buyer"] as const) {
    const value = gold[name];
    if (value)
      tally.count(
        one.package,
        `${name}Right`,
        isSameName(said(name), value.value),
        `wanted ${value.value}, read ${said(name)}`,
      );
  }
  if (gold.reference) {
    const isRight = said("reference").toLowerCase() === gold.reference.value.toLowerCase();
    tally.count(one.package, "referenceRight", isRight, `wanted ${gold.reference.value}, read ${said("reference")}`);
  }
  for (const [figure, name, wanted] of [
    ["factorRecall", "evaluation_factor", gold.evaluation_factors ?? []],
    ["pageLimitRecall", "page_limit", gold.page_limits ?? []],
  ] as const) {
    const found = one.fields.fields.filter((field) => field.name === name);
    for (const item of wanted) {
      const isFound = found.some((field) => isSameName(field.text, item.name) || overlaps(field.quote, item.quote));
      tally.count(one.package, figure, isFound, item.name);
    }
  }
}

export function deadlineInForce(fields: TenderFields, kind: "submission" | "questions"): StatedDeadline | null {
  const group = fields.deadlines.find((one) => one.kind === kind);
  return (group?.inForce == null ? null : group.statements[group.inForce]) ?? null;
}

function goldDate(value: GoldValue | null | undefined): TruthDate | null {
  if (!value) return null;
  const [date = "", time] = value.value.split("T");
  return { date, ...(time ? { time: time.slice(0, 5) } : {}), ...(value.time_zone ? { zone: value.time_zone } : {}) };
}

/** Date, time and zone, as far as the reader noted them; zones are compared by what they mean. */
function isSameDate(said: StatedDeadline | null, wanted: TruthDate): boolean {
  if (said?.localDate !== wanted.date) return false;
  if (wanted.time && said.localTime !== wanted.time) return false;
  if (!wanted.zone) return true;
  const zone = zoneAfter(wanted.zone, 0);
  // "local time" without a place: what is stated is right, and no zone may be made of it.
  if (zone?.isLocal) return said.zone === null && zoneAfter(said.zoneStated ?? "", 0)?.isLocal === true;
  return said.zone === (zone?.zone ?? zoneAfter(`, ${wanted.zone}`, 0)?.zone ?? wanted.zone);
}

function describe(said: StatedDeadline | null): string {
  return said ? `${said.localDate} ${said.localTime} ${said.zoneStated} “${said.quote}”` : "nothing";
}

function describeTruth(wanted: TruthDate): string {
  return `${wanted.date} ${wanted.time ?? ""} ${wanted.zone ?? ""}`;
}

/** Both sides give a calendar date, and not the same moment. */
function isAboutSubmission(gold: GoldContradiction): boolean {
  return gold.severity === "hard" && [gold.a, gold.b].every(({ quote }) => calendarDates(quote).length > 0);
}

function isListed(found: Contradiction, one: ReadPackageFields): boolean {
  if (one.contradictions.some((gold) => matches(found, gold))) return true;
  return (one.truth?.conflicts ?? []).some(
    ({ says }) => overlaps(found.a.quote, says) || overlaps(found.b.quote, says),
  );
}

function matches(found: Contradiction, gold: GoldContradiction): boolean {
  const same = (a: string, b: string) => overlaps(a, b) || sameDates(a, b);
  return (
    (same(found.a.quote, gold.a.quote) && same(found.b.quote, gold.b.quote)) ||
    (same(found.a.quote, gold.b.quote) && same(found.b.quote, gold.a.quote))
  );
}

function sameDates(a: string, b: string): boolean {
  const [first, second] = [calendarDates(a), calendarDates(b)];
  return first.length > 0 && second.some((date) => first.includes(date));
}

function pathOf(one: ReadPackageFields, id: string | undefined): string | undefined {
  return one.documents.find((document) => document.id === id)?.path;
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** One quote holds most of the other's words. */
function overlaps(a: string, b: string): boolean {
  const [first, second] = [tokens(a), tokens(b)];
  const [few, many] = first.length < second.length ? [first, new Set(second)] : [second, new Set(first)];
  return few.length > 2 && few.filter((token) => many.has(token)).length / few.length >= 0.8;
}

const fillers = new Set([
  "the",
  "of",
  "and",
  "for",
  "a",
  "an",
  "to",
  "in",
  "on",
  "us",
  "u",
  "s",
  "factor",
  "behalf",
  "each",
  "no",
  "up",
]);

/** A name is right when its words are mostly the wanted ones: it may be shorter or longer, but not another. */
function isSameName(said: string, wanted: string): boolean {
  const content = (text: string) => new Set(tokens(text).filter((token) => !fillers.has(token)));
  const [a, b] = [content(said), content(wanted)];
  if (a.size === 0) return false;
  const shared = [...a].filter((token) => b.has(token)).length;
  return shared / Math.min(a.size, b.size) >= 0.75 && shared >= Math.min(2, b.size);
}
