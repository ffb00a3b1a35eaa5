import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import { opportunityDeadlines, outbox } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { decideDeadline } from "./decide-deadline";

openTestDatabase();

test("a date that a person settles is announced, so that the time left is weighed by it", async () => {
  const owner = await aWorkspace();
  const { id } = await anOpportunity(owner, { title: "Weir" });
  const { db } = await getDatabase();
  const workspaceId = owner.workspace.id;
  const [early, late] = ["2031-05-14", "2031-05-21"].map((localDate) => ({
    workspaceId,
    id: newId(),
    opportunityId: id,
    kind: "submission" as const,
    state: "contradicted" as const,
    quote: localDate,
    origin: "notice" as const,
    localDate,
  }));
  if (!early || !late) throw new Error("two statements are needed");
  await db.insert(opportunityDeadlines).values([early, late]);
  await decideDeadline(owner, { opportunityId: id, kind: "submission", statementId: late.id });
  const events = await db
    .select({ data: outbox.data })
    .from(outbox)
    .where(and(eq(outbox.workspaceId, workspaceId), eq(outbox.name, "opportunity/changed")));
  expect(events.map(({ data }) => data)).toMatchObject([
    { opportunityId: id, changes: [{ what: "deadline", before: null, after: "2031-05-21" }] },
  ]);
});
