import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { fromClicksInWorker } from "../pages/analyse-in-worker";
import { asMarkupRule } from "../rules/kept-rules";
import { loadKeptPage } from "../rules/load-kept-page";
import { tryOn } from "../rules/test-rule";
import { requireFix } from "./queries";
import type { ProposedFix, ProposeFixInput } from "./schemas";

/** Makes a rule of what a person clicked on the kept page, and tries it there and on the earlier revisions. Throws NotFoundError, ConflictError. */
export async function proposeFix(ctx: WorkspaceContext, input: ProposeFixInput): Promise<ProposedFix> {
  authorize(ctx, "sources:manage");
  const task = await inWorkspace(ctx, (tx) => requireFix(tx, ctx, input.id));
  const kept = await loadKeptPage(ctx, task);
  const { html, url } = kept.now;
  const found = await fromClicksInWorker({ html, url, clicks: input.clicks });
  if ("problem" in found) return { rule: null, test: null, problem: found.problem };
  const rule = asMarkupRule(found.learned.selector);
  return { rule, test: await tryOn(kept, rule), problem: null };
}
