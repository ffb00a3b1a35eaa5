import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { OpportunityDetail } from "@/server/opportunities/detail/schemas";
import type { FitOutput, ProfileOutput, UpdateProfileInput } from "@/server/opportunities/fit/schemas";
import type { ImportProgress } from "@/server/opportunities/reading/schemas";
import type { Api } from "../api";
import { importTender } from "./import-tender";
import { allRequirements } from "./requirements";
import { dateLines } from "./settle-deadline";

const readable = new Set([".pdf", ".docx", ".xlsx", ".pptx", ".html", ".htm", ".md", ".txt", ".csv", ".eml", ".zip"]);
/** More packages than these are left to the visitor. */
const mostPackages = 12;

export interface TenderReport {
  opportunityId: string;
  title: string;
  phase: string;
  counts: ImportProgress["counts"];
  files: { path: string; status: string; reason: string | null; role: string | null; requirements: number }[];
  dates: string[];
  /** Dates on which its documents disagree, each statement with its quote. */
  disagreements: { kind: string; statements: { quote: string; document: string | null }[] }[];
  seconds: number;
}

/** A folder with files of its own is one tender; one that only holds folders is one tender for each of them. */
export async function tenderFolders(source: string): Promise<string[]> {
  if (!(await stat(source)).isDirectory()) return [source];
  const entries = (await readdir(source, { withFileTypes: true })).filter((entry) => !entry.name.startsWith("."));
  const isTender = (name: string) => readable.has(extname(name).toLowerCase());
  if (entries.some((entry) => entry.isFile() && isTender(entry.name) && !/^readme/i.test(entry.name))) return [source];
  const folders: string[] = [];
  for (const entry of entries.filter((one) => one.isDirectory())) {
    const inside = await readdir(join(source, entry.name), { recursive: true });
    if (inside.some(isTender)) folders.push(join(source, entry.name));
  }
  return folders.sort().slice(0, mostPackages);
}

/** Reads each folder as a tender, tells what was found, and returns it. One that was read by an earlier demo is shown as it stands. */
export async function readTenders(api: Api, folders: string[], tell: (text: string) => void): Promise<TenderReport[]> {
  const reports: TenderReport[] = [];
  for (const folder of folders) {
    const began = performance.now();
    let told = -1;
    const progress = await importTender(api, [folder], {
      onProgress: (at) => {
        if (!at || at.counts.read === told || at.counts.files < 4) return;
        told = at.counts.read;
        tell(`     ${at.counts.read} of ${at.counts.files} files, ${at.counts.pages} pages`);
      },
    });
    const report = await reportOf(api, progress, Math.round((performance.now() - began) / 100) / 10);
    tell(`   ${report.title}: ${foundIn(report)}, ${report.seconds} s`);
    for (const line of report.dates) tell(`     ${line}`);
    for (const file of report.files) if (file.reason) tell(`     ${file.path}: ${file.reason}`);
    reports.push(report);
  }
  return reports;
}

/**
 * A second demo in the same folder shows what the first one read: its files would only make the same tenders again. `memory` names the file
 * that keeps which ones these are.
 */
export async function knownTenders(api: Api, memory: string, source: string): Promise<TenderReport[]> {
  const kept = await readFile(memory, "utf8").then(
    (text) => JSON.parse(text) as Record<string, string[]>,
    () => ({}) as Record<string, string[]>,
  );
  const reports: TenderReport[] = [];
  for (const id of kept[source] ?? []) {
    const progress = await api.get<ImportProgress>(`/opportunities/${id}/import`).catch(() => null);
    if (progress) reports.push(await reportOf(api, progress, 0));
  }
  return reports;
}

export async function rememberTenders(memory: string, source: string, reports: TenderReport[]): Promise<void> {
  const kept = await readFile(memory, "utf8").then(JSON.parse, () => ({}));
  await writeFile(memory, JSON.stringify({ ...kept, [source]: reports.map(({ opportunityId }) => opportunityId) }));
}

export function tellKnown(reports: TenderReport[], tell: (text: string) => void): void {
  for (const report of reports) tell(`   ${report.title}: ${foundIn(report)}, read before`);
}

/** Says what the company of the sample does, so that each tender is weighed against it; what a visitor has said stays. */
export async function introduceCompany(api: Api, file: string): Promise<void> {
  const { updatedAt } = await api.get<ProfileOutput>("/profile");
  if (updatedAt !== null) return;
  const profile: UpdateProfileInput["profile"] = JSON.parse(await readFile(file, "utf8"));
  await api.send("PATCH", "/profile", { profile });
}

/** How well the richest tender fits, factor by factor; those about which nothing is known say so. */
export async function showFit(api: Api, reports: TenderReport[], tell: (text: string) => void) {
  const richest = richestOf(reports);
  if (!richest) return null;
  const fit = await api.send<FitOutput>("POST", `/opportunities/${richest.opportunityId}/fit`, {});
  tell(`   Does it fit? ${fit.summary}`);
  for (const { factor, score, explanation } of fit.factors.filter(({ score }) => score !== null).slice(0, 4)) {
    tell(`     ${factor.replaceAll("_", " ")} ${Math.round((score ?? 0) * 100)}: ${explanation}`);
  }
  const unknown = fit.factors.filter(({ score }) => score === null).map(({ factor }) => factor.replaceAll("_", " "));
  if (unknown.length > 0) tell(`     not known, so they weigh nothing: ${unknown.join(", ")}`);
  for (const blocker of fit.blockers) tell(`     stands against it: ${blocker}`);
  return { opportunityId: richest.opportunityId, score: fit.score, known: fit.known, total: fit.total };
}

function richestOf(reports: TenderReport[]): TenderReport | null {
  return [...reports].sort((a, b) => b.counts.requirements - a.counts.requirements)[0] ?? null;
}

function foundIn({ counts }: TenderReport): string {
  return `${counts.read} of ${counts.files} files, ${counts.requirements} requirements (${counts.mandatory} mandatory), ${counts.fields} fields`;
}

async function reportOf(api: Api, progress: ImportProgress, seconds: number): Promise<TenderReport> {
  const detail = await api.get<OpportunityDetail>(`/opportunities/${progress.opportunityId}`);
  return {
    opportunityId: progress.opportunityId,
    title: detail.title,
    phase: progress.phase,
    counts: progress.counts,
    files: progress.files.map(({ path, status, reason, role, requirements }) => ({
      path,
      status,
      reason,
      role,
      requirements,
    })),
    dates: dateLines(detail),
    disagreements: detail.contradictions.map(({ kind, statementIds }) => ({
      kind,
      statements: statementIds.flatMap((id) => {
        const found = detail.deadlines.flatMap(({ statements }) => statements).find((one) => one.id === id);
        return found ? [{ quote: found.quote, document: found.citation?.title ?? null }] : [];
      }),
    })),
    seconds,
  };
}

/** Some requirements of the richest tender, each with the place that it stands at. */
export async function showRequirements(api: Api, reports: TenderReport[], tell: (text: string) => void): Promise<void> {
  const richest = richestOf(reports);
  if (!richest || richest.counts.requirements === 0) return;
  tell(`   From ${richest.title}:`);
  for (const one of (await allRequirements(api, richest.opportunityId)).slice(0, 4)) {
    const place = one.citation ? `${one.citation.title}${one.citation.page ? `, page ${one.citation.page}` : ""}` : "";
    tell(
      `     ${one.label} [${one.kind}, ${one.isMandatory ? "must" : "may"}] “${one.text.replace(/\s+/g, " ").slice(0, 140)}” ${place}`,
    );
  }
}

/** What the demo ends on: a date about which two documents disagree. */
export function tellDisagreement(reports: TenderReport[], workspaceUrl: string, tell: (text: string) => void): void {
  const found = reports.find(({ disagreements }) => disagreements.length > 0);
  const disagreement = found?.disagreements[0];
  if (!found || !disagreement) return;
  tell(`Two documents of “${found.title}” disagree on the ${disagreement.kind} date:`);
  for (const { quote, document } of disagreement.statements) tell(`   “${quote}”  ${document ?? ""}`);
  tell(
    `   Until you say which one holds, the earlier one drives the reminders: ${workspaceUrl}/opportunities/${found.opportunityId}\n`,
  );
}
