import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import type { PageAction } from "@/server/crawling/browser";
import { type FetchedPage, type FetchOutcome, withoutSecrets } from "@/server/crawling/fetching";
import type { KnownRecord } from "@/server/crawling/listings";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { PageTooHardError } from "../pages/analyse-in-worker";
import type { PageAnalysis } from "../pages/analyse-page";
import { isMarkup } from "../pages/keep-capture";
import { kindsOfEntries } from "../pages/links-to-follow";
import { readDatedRevision } from "../pages/read-last-revision";
import { listKnown } from "../records/list-known";
import { withMarkupOfJson } from "../records/markup-in-json";
import { ruleInUse, rulesOf } from "../rules/kept-rules";
import type { CrawlTools, FetchOrder } from "./crawl-tools";
import type { PageFailure } from "./record-failure";
import type { RunningScan } from "./running-scan";
import { findSpooledPage, type SpoolKey, spoolPage } from "./spool";

export interface Seen {
  outcome: Exclude<FetchOutcome, { kind: "failed" }> | PageFailure;
  /** Of a page of markup, or of the copy that we kept of it when the site says that nothing changed. */
  analysis: PageAnalysis | null;
  /** The markup of the last kept revision. */
  before?: string | null;
  /** Its text was read out of its picture. */
  isPictured?: boolean;
}

/** An address of a run, and with what it is looked at. */
export interface Look {
  scan: RunningScan;
  entry: FrontierEntry;
  page: SourcePage;
  tools: CrawlTools;
}

/** What came of an address, as it is analysed. */
interface Arrived {
  /** Null: the copy that we kept is looked at again. */
  fetched: FetchedPage | null;
  html: string;
  /** The markup of the last kept revision. */
  before: string | null;
  /** When that was fetched. */
  beforeAt?: Date | undefined;
  known?: KnownRecord[];
}

/** Looks at one address of a run: fetch or browser, and the analysis of what came. Never throws for what a site does. */
export async function see(
  ctx: WorkspaceContext,
  look: Look,
  rung: "fetch" | "render",
  actions?: PageAction[],
): Promise<Seen> {
  const { entry, page } = look;
  const arrived = await arrive(look, rung, actions);
  const last = page.snapshotId && entry.kind !== "file" ? await readDatedRevision(ctx, page.snapshotId) : null;
  const before = last?.html ?? null;
  const isListing = entry.kind === "root" || entry.kind === "listing";
  const outcome =
    arrived.kind === "fetched" && entry.kind === "listing"
      ? { ...arrived, page: withMarkupOfJson(arrived.page) }
      : arrived;
  const known = isListing ? await inWorkspace(ctx, (tx) => listKnown(tx, ctx, page)) : [];
  if (outcome.kind === "not_modified") {
    // What an unchanged listing leads to is still to be read: its links are those of the copy that we kept.
    return {
      outcome,
      analysis: before === null ? null : await analyse(look, { fetched: null, html: before, before: null, known }),
    };
  }
  if (outcome.kind === "failed" || !isMarkup(outcome.page.mime)) return { outcome, analysis: null };
  try {
    return {
      outcome,
      analysis: await analyse(look, {
        fetched: outcome.page,
        html: outcome.page.text ?? "",
        before,
        beforeAt: last?.fetchedAt,
        known,
      }),
      before,
    };
  } catch (error) {
    // One hostile page must not stop the run.
    if (!(error instanceof PageTooHardError)) throw error;
    return { outcome: unreadable("too_hard", error.message), analysis: null };
  }
}

export function unreadable(code: string, reason: string): PageFailure {
  return { kind: "failed", code, reason, recoverable: false, retryAfterMs: null, status: null };
}

/** What the site answers, or what it answered to a process of ours that died before it could record it. */
async function arrive(
  { scan, entry, page, tools }: Look,
  rung: "fetch" | "render",
  actions: PageAction[] | undefined,
): Promise<FetchOutcome> {
  const key = spoolKey(scan, entry, rung === "fetch" ? "http" : "browser");
  const look = `${entry.urlHash} ${rung} ${entry.attempts}`;
  // A second look and a listing that is made to grow are asked anew.
  const isFirstLook = actions === undefined && !scan.looked.has(look);
  const left = isFirstLook && entry.attempts > 1 ? await findSpooledPage(key) : null;
  scan.looked.add(look);
  if (left) return { kind: "fetched", page: left };
  const order = { ...orderFor(scan, page), url: entry.url, form: entry.form, actions, as: roleOf(scan, entry) };
  const leave = await tools.enterHost(order.url, order.signal);
  const came = await tools[rung]({ ...order, startNow: leave.startNow });
  if (came.kind !== "not_modified") scan.received.bytes += came.page?.bytes ?? 0;
  const outcome = withoutSecrets(came, order.secrets);
  if (outcome.kind === "fetched" && isFirstLook) await spoolPage(key, outcome.page);
  await leave(outcome);
  return outcome;
}

/** A list, or an entry of one; any other page is read whole. */
function roleOf({ source }: RunningScan, { kind }: FrontierEntry): FetchOrder["as"] {
  if (kind === "root" || kind === "listing") return "list";
  return kind === "page" && kindsOfEntries.includes(source.kind) ? "entry" : undefined;
}

export function spoolKey({ source, runId }: RunningScan, entry: FrontierEntry, rung: "http" | "browser"): SpoolKey {
  return { workspaceId: source.workspaceId, runId, urlHash: entry.urlHash, rung };
}

export function orderFor({ source, session, signal }: RunningScan, page: SourcePage): FetchOrder {
  // Only a page of which we have kept a good revision, and which had not gone, may be answered with "not modified".
  // An interface's entries are taken from its answer each time: "unchanged" would show none.
  const isJson = rulesOf(source).current?.rule.kind === "json";
  const isKnown = page.snapshotId !== null && page.goneAt === null && page.health === "good" && !isJson;
  return {
    url: page.url,
    contextKey: session.contextKey,
    cookies: session.cookies,
    secrets: session.secrets(),
    respectsRobots: source.robots === "obey",
    etag: isKnown ? (page.etag ?? undefined) : undefined,
    lastModified: isKnown ? (page.lastModified ?? undefined) : undefined,
    signal,
  };
}

export function analyse(
  { scan: { source }, entry, page, tools }: Look,
  { fetched, html, before, beforeAt, known = [] }: Arrived,
): Promise<PageAnalysis> {
  return tools.analyse({
    url: page.url,
    finalUrl: fetched?.finalUrl ?? page.url,
    status: fetched?.status ?? 200,
    html,
    isListing: entry.kind === "root" || entry.kind === "listing",
    isShown: fetched?.rung === "browser",
    answers: fetched?.answers ?? [],
    opened: fetched?.opened ?? [],
    rule: ruleInUse(rulesOf(source).current),
    known,
    scope: entry.kind === "root" ? source.scope : {},
    lastGood: page.snapshotId ? { words: page.words, title: page.title, url: page.url } : null,
    history: fetched ? page.history : [],
    fetchedAt: fetched?.fetchedAt,
    before: before === null ? null : { html: before, url: page.url, fetchedAt: beforeAt },
  });
}
