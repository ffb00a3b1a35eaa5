import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { isRoute } from "@/lib/canonical-url";
import type { PageAction } from "@/server/crawling/browser";
import type { ListingRecord } from "@/server/crawling/listings";
import {
  type ChangeItem,
  type Comparison,
  confirmComparison,
  mayBeDrawn,
  restlessForms,
  valuesThatSwing,
  withoutRestless,
} from "@/server/evidence/changes";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { WaysToSignIn } from "../credentials/source-session";
import { ensurePage } from "../pages/find-page";
import { kindsOfEntries } from "../pages/links-to-follow";
import { lotsOf, withLots } from "../pages/settle-with-history";
import { readEntries } from "../records/read-entries";
import { readJson } from "../records/read-json";
import { withAsked } from "../rules/kept-rules";
import { readByModel } from "../rules/read-by-model";
import { saveLearned } from "../rules/save-rules";
import type { CrawlTools } from "./crawl-tools";
import { fillHollow } from "./fill-hollow";
import { fromPicture, readPictured } from "./read-pictured";
import { recordEntries } from "./record-entries";
import { type PageFailure, recordFailure } from "./record-failure";
import { recordFile } from "./record-file";
import { recordLedAway } from "./record-led-away";
import { recordOtherName } from "./record-other-name";
import { recordPage } from "./record-page";
import { recordUnchanged } from "./record-unchanged";
import type { RunningScan } from "./running-scan";
import { type Seen, see, spoolKey, unreadable } from "./see-page";
import { isClosedHost } from "./site-robots";
import { forgetSpooledPage } from "./spool";
import { withPicture } from "./take-picture";
import { withoutShifts } from "./without-shifts";

/**
 * Reads one address of a run: robots, pace, fetch (browser when the page needs it), analysis, and what came of it in one transaction.
 * Never throws for what a site does; a failure of ours (database, storage) throws, and the address is read again. True when the site
 * served the page, false when it could not, null when nothing was asked of it or the fault was not the site's.
 */
export async function readEntry(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  tools: CrawlTools,
): Promise<boolean | null> {
  const { source, signal } = scan;
  const page = await inWorkspace(ctx, (tx) =>
    ensurePage(tx, {
      workspaceId: ctx.workspace.id,
      sourceId: source.id,
      urlHash: entry.urlHash,
      // Pages behind one form share its address; each is a page of its own.
      url: entry.form ? `${entry.url}#${entry.urlHash.slice(0, 8)}` : entry.url,
      title: entry.title,
      kind: entry.kind,
    }),
  );
  if (source.robots === "obey" || isClosedHost(entry.url)) {
    const verdict = await tools.robotsAllow(entry.url, signal);
    if (verdict !== "allowed") {
      await recordFailure(ctx, scan, entry, page, isClosedHost(entry.url) ? closedFailure : robotsFailure(verdict));
      return null;
    }
  }
  // What stands behind a # is for the page's scripts only. A form is sent as it was read; the browser would only ask for its address.
  const needsBrowser = source.needsBrowser || page.needsBrowser || isRoute(new URL(entry.url).hash);
  const usesBrowser = needsBrowser && entry.kind !== "file" && !entry.form;
  const look = { scan, entry, page, tools };
  let seen = await see(ctx, look, usesBrowser ? "render" : "fetch");
  if (isWalled(seen) && (await scan.session.signIn(waysToSignIn(scan, tools)))) {
    seen = await see(ctx, look, usesBrowser ? "render" : "fetch");
  }
  if (seen.analysis?.health.health === "needs_browser" && !usesBrowser && !entry.form) {
    seen = await see(ctx, look, "render");
  }
  if (!usesBrowser) seen = await fillHollow(look, seen, () => see(ctx, look, "render"));
  seen = await readPictured(look, seen, () => see(ctx, look, "render"));
  const grown = await seeGrown(scan, entry, seen, (actions) => see(ctx, look, "render", actions));
  if (grown) ({ seen } = grown);
  seen = await confirm(scan, seen, async () => {
    const rung = seen.isPictured || usesBrowser || grown || isDrawn(seen) ? "render" : "fetch";
    const again = await see(ctx, look, rung, grown?.actions);
    return seen.isPictured ? fromPicture(look, again) : again;
  });
  seen = await withoutShifts(ctx, scan, seen);
  seen = await shownByModel(ctx, scan, entry, seen, tools);
  seen = await withPicture(ctx, scan, entry, page, seen, tools);
  // A call that was broken off because the run was stopped says nothing about the page.
  if (signal.aborted) return null;
  const otherName = await recordOtherName(ctx, scan, entry, page, seen);
  if (otherName === null && !(await recordLedAway(ctx, scan, entry, page, seen)))
    await record(ctx, scan, entry, page, seen);
  // What waits for another page is not asked for again.
  if (seen.outcome.kind === "fetched" && otherName !== "waits")
    await forgetSpooledPage(spoolKey(scan, entry, seen.outcome.page.rung));
  return wasServed(seen);
}

const isDrawn = ({ outcome }: Seen): boolean => outcome.kind === "fetched" && outcome.page.rung === "browser";

function waysToSignIn({ session: { contextKey }, signal }: RunningScan, tools: CrawlTools): WaysToSignIn {
  return {
    exchange: (request) => tools.exchange(request),
    inBrowser: (credential, cookies) => tools.signIn(credential, { contextKey, cookies, signal }),
  };
}

/** On the source's own address a model may show where the entries stand; what it was asked about is remembered with the source. */
async function shownByModel(
  ctx: WorkspaceContext,
  { source, signal }: RunningScan,
  entry: FrontierEntry,
  seen: Seen,
  tools: CrawlTools,
): Promise<Seen> {
  const { outcome, analysis } = seen;
  if (entry.kind !== "root" || !analysis || outcome.kind !== "fetched" || seen.isPictured) return seen;
  const page = { html: outcome.page.text ?? "", url: outcome.page.finalUrl };
  const shown = await readByModel(ctx, source, page, analysis, tools, signal);
  const layout = analysis.reading?.layout;
  if (shown.wasAsked && layout) {
    await inWorkspace(ctx, (tx) => saveLearned(tx, ctx, source, (rules) => withAsked(rules, layout)));
  }
  return { ...seen, analysis: shown.analysis };
}

async function record(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  { outcome, analysis }: Seen,
): Promise<void> {
  if (outcome.kind === "failed") return recordFailure(ctx, scan, entry, page, outcome);
  if (outcome.kind === "not_modified") return recordUnchanged(ctx, scan, entry, page, analysis);
  if (analysis?.scopeProblem) {
    return recordFailure(ctx, scan, entry, page, unreadable("scope_not_found", analysis.scopeProblem));
  }
  if (analysis) return recordPage(ctx, scan, entry, page, outcome.page, analysis);
  const isListing = entry.kind === "root" || entry.kind === "listing";
  const read = isListing ? readEntries(outcome.page) : null;
  if (read) return recordEntries(ctx, scan, entry, page, outcome.page, read);
  const json = isListing ? readJson(outcome.page, scan.source) : null;
  return recordFile(ctx, scan, entry, page, outcome.page, json);
}

/** Failures that speak against the site as a whole, unlike a refusal, a missing page or a request to slow down. */
const siteFaults = ["dns", "refused", "reset", "timeout_headers", "timeout_body", "http_5xx"];

function wasServed({ outcome, analysis }: Seen): boolean | null {
  if (outcome.kind === "failed") return siteFaults.includes(outcome.code) ? false : null;
  return !["captcha", "maintenance", "error_page"].includes(analysis?.health.health ?? "good");
}

/** Looks at a page that picks at random what it shows: each further look halves the chance that two picks agree. */
const mostLooks = 4;

/**
 * Looks that must agree on words, which may have been drawn by lot (a quotation, a teaser, one of two buttons), and on prices, of which tests show this
 * one to some and that one to others. Other figures stand for themselves.
 */
const looksAtWords = 2;
/** Of two texts that take turns every fourth time two further looks show what the first did. */
const looksAtTurns = 3;

function looksAt(comparison: Comparison): number {
  const { verdict, items } = comparison;
  const tells = (item: ChangeItem) =>
    item.kind === "text" || item.kind === "price" || item.kind.startsWith("list_item");
  if (verdict !== "wording" || !items.some(tells)) return 1;
  return mayBeDrawn(comparison) ? looksAtTurns : looksAtWords;
}

/**
 * Looks a second time before a change is reported: what the site picks at random differs again, what it has changed does not. A page on which the
 * looks disagreed is looked at once more, because two random picks may be alike by chance. What looks have shown to be drawn is remembered with the page.
 */
async function confirm(scan: RunningScan, seen: Seen, lookAgain: () => Promise<Seen>): Promise<Seen> {
  let { analysis } = seen;
  let agreed = 0;
  const swings: [string, string][] = [];
  for (let looks = 1; looks < mostLooks && analysis?.comparison && analysis.comparison.verdict !== "none"; looks++) {
    const told = analysis.comparison.items.length;
    const again = (await lookAgain()).analysis;
    // Without a further look nothing is told or kept: the next run compares with the same revision again.
    const comparison: Comparison = again?.comparison
      ? confirmComparison(analysis.comparison, again.comparison, analysis.health.words, {
          first: analysis.differences,
          second: again.differences,
        })
      : { ...analysis.comparison, verdict: "none" as const, items: [] };
    if (again?.comparison) swings.push(...valuesThatSwing(analysis.comparison, comparison));
    const isSteady = comparison.items.length === told && again?.differences.length === analysis.differences.length;
    agreed += isSteady ? 1 : 0;
    const restless = again?.comparison ? restlessForms(analysis.differences, again.differences) : [];
    for (const form of restless) scan.restless.add(form);
    analysis = { ...analysis, comparison, history: withLots(analysis.history, restless) };
    if (agreed >= looksAt(comparison)) break;
  }
  if (analysis?.comparison) {
    const lots = new Set([...scan.restless, ...lotsOf(analysis.history)]);
    const comparison = withoutRestless(analysis.comparison, lots, analysis.health.words);
    analysis = { ...analysis, comparison, swings: [...analysis.swings, ...swings] };
  }
  return { ...seen, analysis };
}

/**
 * A listing that shows all its entries only to a reader who does something: presses the button of a search, scrolls, presses "load more". Null when
 * that shows no more than the first look.
 */
async function seeGrown(
  { source }: RunningScan,
  entry: FrontierEntry,
  seen: Seen,
  look: (actions: PageAction[]) => Promise<Seen>,
): Promise<{ seen: Seen; actions: PageAction[] } | null> {
  let best: { seen: Seen; actions: PageAction[] } | null = null;
  const tryOut = async (actions: PageAction[]) => {
    const shown = await look(actions);
    const [now, before] = [entriesOf(shown), entriesOf(best?.seen ?? seen)];
    const leads = now.filter(leadsOn).length > before.filter(leadsOn).length;
    if (now.length > before.length || (leads && now.length === before.length)) best = { seen: shown, actions };
  };
  const mayPress = entry.kind === "root" && kindsOfEntries.includes(source.kind);
  const press = mayPress ? howItIsSearched(seen) : null;
  if (press) await tryOut(press);
  const { seen: shown, actions } = best ?? { seen, actions: [] };
  const more = [...(mayPress ? howItOpens(shown) : []), ...(howItGrows(shown) ?? [])];
  if (more.length > 0) await tryOut([...actions, ...more]);
  return best;
}

const entriesOf = ({ analysis }: Seen): readonly ListingRecord[] => analysis?.listing?.records ?? [];
const leadsOn = ({ url, opens }: ListingRecord): boolean => url !== null || opens !== undefined;

/** So many entries are pressed to see where they lead; the others' addresses are made like theirs. */
const enoughPressed = 2;

/** An application whose entries lead nowhere, though what its scripts asked for tells of them: they open by a press. */
function howItOpens(seen: Seen): PageAction[] {
  const { outcome } = seen;
  const answers = outcome.kind === "fetched" ? (outcome.page.answers ?? []) : [];
  const records = entriesOf(seen);
  const isTold = ({ title }: ListingRecord) => {
    const quoted = JSON.stringify(title);
    return answers.some((answer) => answer.includes(quoted));
  };
  const texts = records.filter((one) => !leadsOn(one) && isTold(one)).map(({ title }) => title);
  if (texts.length < enoughPressed || texts.length < records.length / 2) return [];
  return [{ kind: "open", texts: texts.slice(0, enoughPressed) }];
}

/** What is pressed when only the browser can send a search. */
function howItIsSearched({ analysis, outcome }: Seen): PageAction[] | null {
  const search = analysis?.search;
  if (!search?.button || outcome.kind !== "fetched") return null;
  if (search.sends.length > 0 && outcome.page.rung === "http") return null;
  return [{ kind: "click", selector: search.button, times: 1 }];
}

const longestListing = 50;

/** What must be done for a listing to show all its entries; null when it shows them, or when its further pages have addresses of their own. */
function howItGrows({ analysis, outcome }: Seen): PageAction[] | null {
  if (!analysis?.listing) return null;
  const next = analysis.nextPage;
  const scrolls = outcome.kind === "fetched" && outcome.page.asksToScroll === true;
  if (!next) return scrolls ? [{ kind: "scroll", times: longestListing }] : null;
  if (next.kind === "scroll") return [{ kind: "scroll", times: longestListing }];
  if (next.kind === "turn") return [{ kind: "turn", selector: next.selector, times: longestListing }];
  if (next.kind === "load_more" && !next.url)
    return [{ kind: "click", selector: next.selector, times: longestListing }];
  return null;
}

function isWalled({ outcome, analysis }: Seen): boolean {
  return analysis?.health.health === "login_wall" || (outcome.kind === "failed" && outcome.status === 401);
}

const closedFailure = unreadable("robots", "The owner of this site has asked not to be read from this installation.");

function robotsFailure(verdict: "disallowed" | "unreachable"): PageFailure {
  if (verdict === "disallowed") {
    return unreadable("robots", "The site's robots.txt asks crawlers not to read this address.");
  }
  const reason = "The site's robots.txt could not be read, so nothing else was asked of it.";
  return { ...unreadable("robots", reason), recoverable: true };
}
