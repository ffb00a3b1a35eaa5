import type { Tx } from "@/drizzle/client";
import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { neededFields } from "../fixes/needed-fields";
import { findOpenFixes, mendFixes, openFix } from "../fixes/open-fix";
import type { PageAnalysis } from "../pages/analyse-page";
import { kindsThatList } from "../pages/links-to-follow";
import { listKnown } from "../records/list-known";
import type { ReadJson } from "../records/read-json";
import { asMarkupRule, newRule, rulesOf, withCurrent } from "../rules/kept-rules";
import { saveLearned } from "../rules/save-rules";
import type { RunningScan } from "./running-scan";

/** Scans that have taught a rule: pages that were read side by side with the old one would each teach the same layout again. */
const taught = new WeakSet<RunningScan>();

/** Whether a page of the same words must be kept: a rule is learned anew from it, or a person is to look at it. */
export async function isNewLayout(
  ctx: WorkspaceContext,
  { source }: RunningScan,
  page: SourcePage,
  { reading }: PageAnalysis,
): Promise<boolean> {
  if (!reading) return false;
  if (reading.learned) return rulesOf(source).current !== null;
  if (!kindsThatList.includes(source.kind) || (!reading.isUnread && reading.emptied.length === 0)) return false;
  const open = await inWorkspace(ctx, (tx) => findOpenFixes(tx, ctx, source.id));
  return !open.some(({ pageId, snapshotId }) => pageId === page.id && snapshotId === page.snapshotId);
}

/** Keeps what a listing's reading has taught, and asks a person for what nothing could read. `page`: with its newest revision. */
export async function noteReading(
  tx: Tx,
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  { reading, listing }: PageAnalysis,
): Promise<void> {
  if (!reading) return;
  const { source } = scan;
  const { learned } = reading;
  if (learned && listing && !taught.has(scan)) {
    taught.add(scan);
    const made = {
      origin: listing.rung === "model" ? ("model" as const) : ("learned" as const),
      fill: learned.fill,
      count: listing.records.length,
      madeBy: null,
    };
    await saveLearned(tx, ctx, source, (rules) => withCurrent(rules, newRule(asMarkupRule(learned.selector), made)));
  }
  // Only the source's own address is judged: further pages of a listing repeat its layout, and boxes of a home page are no listing.
  if (entry.kind !== "root" || !kindsThatList.includes(source.kind)) return;
  const at = { source, page };
  if (reading.isUnread) {
    const detail = "The page still shows entries that were read before, and nothing could find where they stand now.";
    await openFix(tx, ctx, { ...at, reason: "no_records", matter: "no_records", detail });
  }
  if (!listing) return;
  const known = await listKnown(tx, ctx, page);
  for (const name of neededFields(reading.emptied, known)) {
    await openFix(tx, ctx, {
      ...at,
      reason: "field_emptied",
      matter: `field ${name}`,
      detail: `“${name}” is empty in all ${listing.records.length} entries; it used to be filled.`,
    });
  }
  await mendFixes(tx, ctx, source, listing.records);
}

/** Keeps the rule by which an interface's answer was read. */
export async function noteAnswer(
  tx: Tx,
  ctx: WorkspaceContext,
  { source }: RunningScan,
  json: ReadJson,
): Promise<void> {
  const { learned, fill, records } = json;
  if (learned) {
    const made = { origin: "learned" as const, fill: { title: 1, ...fill }, count: records.length, madeBy: null };
    await saveLearned(tx, ctx, source, (rules) => withCurrent(rules, newRule({ kind: "json", ...learned }, made)));
  }
  await mendFixes(tx, ctx, source, records);
}
