import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { tryRuleInWorker } from "../pages/analyse-in-worker";
import { requireSource } from "../queries";
import { type KeptPage, loadKeptPage } from "./load-kept-page";
import type { ListingRule, RuleTest, TestRuleInput } from "./schemas";

const enoughPast = 0.8;

/** What a rule would find at a source's own address: on the newest kept revision, and on those before. Throws NotFoundError, ConflictError. */
export async function testRule(ctx: WorkspaceContext, input: TestRuleInput): Promise<RuleTest> {
  authorize(ctx, "sources:manage");
  const source = await inWorkspace(ctx, (tx) => requireSource(tx, ctx, input.sourceId));
  return tryOn(await loadKeptPage(ctx, { sourceId: source.id, rootUrl: source.url }), input.rule);
}

/** Tries a rule on a page and its past, in a thread of its own. */
export async function tryOn({ now, past }: KeptPage, rule: ListingRule): Promise<RuleTest> {
  const toTry = ({ html, url }: { html: string; url: string }) => ({ html, url });
  const tried = await tryRuleInWorker({ rule, page: toTry(now), past: past.map(toTry) });
  const readable = tried.past.filter((count) => count > 0).length;
  return {
    entries: tried.entries.map(({ title, url, fields }) => ({ title, url, fields })),
    count: tried.count,
    fill: tried.fill,
    past: past.map(({ snapshotId, revision, fetchedAt }, at) => ({
      snapshotId,
      revision,
      fetchedAt,
      count: tried.past[at] ?? 0,
    })),
    isUsable: tried.count > 0 && tried.hasVariety,
    fitsPast: past.length === 0 || readable >= past.length * enoughPast,
    problem: tried.problem,
    marks: tried.marks,
  };
}
