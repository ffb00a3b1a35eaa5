import type { Tx } from "@/drizzle/client";
import type { RuleOrigin } from "@/lib/vocabulary/sources";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, InvalidInputError, NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { newRule, withCurrent } from "./kept-rules";
import { changeRules } from "./save-rules";
import type { ChooseRuleInput, ListingRule, RuleTest, SetRuleInput } from "./schemas";
import { testRule } from "./test-rule";

/** Reads a source's entries by a rule that was written by hand, after it has been tried. Throws as `assertUsable`, NotFoundError, ConflictError. */
export async function setRule(ctx: WorkspaceContext, input: SetRuleInput): Promise<void> {
  authorize(ctx, "sources:manage");
  const test = await testRule(ctx, input);
  assertUsable(test, input.evenIfPastDiffers);
  await inWorkspace(ctx, (tx) => putRule(tx, ctx, input.sourceId, input.rule, test, "given"));
}

/**
 * Goes back to a rule that was used before, or to none: then the structure of the page decides, and teaches a new one. Throws
 * NotFoundError.
 */
export async function chooseRule(ctx: WorkspaceContext, input: ChooseRuleInput): Promise<void> {
  authorize(ctx, "sources:manage");
  await inWorkspace(ctx, async (tx) => {
    await changeRules(tx, ctx, input.sourceId, (rules) => {
      const chosen = [rules.current, ...rules.past].find((one) => one?.id === input.ruleId) ?? null;
      if (input.ruleId !== null && !chosen) throw new NotFoundError("rule");
      return withCurrent(rules, chosen);
    });
    await recordAudit(tx, ctx, {
      action: "source.choose_rule",
      subjectId: input.sourceId,
      detail: { ruleId: input.ruleId },
    });
    announceLive(ctx, "source", input.sourceId);
  });
}

/** Puts a tried rule into use, in the caller's transaction. */
export async function putRule(
  tx: Tx,
  ctx: WorkspaceContext,
  sourceId: string,
  rule: ListingRule,
  test: Pick<RuleTest, "fill" | "count">,
  origin: RuleOrigin,
): Promise<void> {
  const kept = newRule(rule, { origin, fill: test.fill, count: test.count, madeBy: ctx.actor.userId });
  await changeRules(tx, ctx, sourceId, (rules) => withCurrent(rules, kept));
  await recordAudit(tx, ctx, { action: "source.set_rule", subjectId: sourceId, detail: { ruleId: kept.id, origin } });
  announceLive(ctx, "source", sourceId);
}

/**
 * No rule is used that finds nothing, and none that would not have read the earlier revisions unless a person has seen that. Throws
 * InvalidInputError, ConflictError.
 */
export function assertUsable(test: RuleTest, evenIfPastDiffers: boolean): void {
  if (!test.isUsable) {
    throw new InvalidInputError(
      test.problem ??
        (test.count === 0
          ? "This rule finds no entries on the page."
          : "The entries that this rule finds all have the same title."),
    );
  }
  if (!test.fitsPast && !evenIfPastDiffers) {
    throw new ConflictError(
      "This rule would not have read the earlier revisions of the page. Use it if the page has been rebuilt since: confirm that you have seen this.",
    );
  }
}
