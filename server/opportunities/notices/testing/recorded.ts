import { eq } from "drizzle-orm";
import { getDatabase } from "@/drizzle/client";
import { collectionMembers, collections, notices, opportunities, opportunityDeadlines, outbox } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { emptyNotice, type NoticeFacts } from "../notice-facts";
import { recordNotices } from "../record-notices";
import { statedInstant } from "../stated-instant";

/** A workspace of a test, as `aWorkspace` makes it. */
export type NoticesContext = WorkspaceContext & { collectionId: string };

const readAt = new Date("2031-01-02T00:00:00Z");
export const submission = (at: string) => statedInstant("submission", at);

/** What a release about street lamps says, with what the test cares about. */
export function lampFacts(key: string, more: Partial<NoticeFacts> = {}): NoticeFacts {
  return emptyNotice({
    scheme: "ocds",
    type: "tender",
    key,
    procedureKey: "ocds-test-1",
    status: "open",
    publishedAt: "2031-01-01T00:00:00.000Z",
    title: "Replacement of street lamps",
    buyer: "Riverton City Council",
    reference: "RC/2031/014",
    deadlines: [submission("2031-03-01T12:00:00Z")],
    value: { amount: "420000", currency: "EUR" },
    categories: [{ scheme: "CPV", code: "34993000", label: "Road lighting" }],
    ...more,
  });
}

export const record = (ctx: NoticesContext, some: NoticeFacts[], more: { sourceId?: string } = {}) =>
  recordNotices(ctx, { collectionId: ctx.collectionId, notices: some.map((facts) => ({ facts })), readAt, ...more });

/** All opportunities of the workspace, whoever may see them, by number. */
export async function opportunitiesOf(ctx: WorkspaceContext) {
  const { db } = await getDatabase();
  const rows = await db.select().from(opportunities).where(eq(opportunities.workspaceId, ctx.workspace.id));
  return rows.sort((one, other) => one.number - other.number);
}

export async function deadlinesOf(ctx: WorkspaceContext) {
  const { db } = await getDatabase();
  const rows = await db
    .select()
    .from(opportunityDeadlines)
    .where(eq(opportunityDeadlines.workspaceId, ctx.workspace.id));
  return rows.map(({ localDate, state }) => `${localDate} ${state}`).sort();
}

export async function noticesOf(ctx: WorkspaceContext) {
  const { db } = await getDatabase();
  return db.select().from(notices).where(eq(notices.workspaceId, ctx.workspace.id));
}

export async function eventsOf(ctx: WorkspaceContext, name: string) {
  const { db } = await getDatabase();
  const rows = await db.select().from(outbox).where(eq(outbox.name, name));
  return rows.filter(({ data }) => (data as { workspaceId: string }).workspaceId === ctx.workspace.id);
}

/** A collection that nobody but the person of `ctx` may see. */
export async function aRestrictedCollection(ctx: WorkspaceContext & { userId: string }): Promise<string> {
  const { db } = await getDatabase();
  const id = newId();
  const workspaceId = ctx.workspace.id;
  await db.insert(collections).values({ workspaceId, id, number: 1, name: "Secret", visibility: "restricted" });
  await db.insert(collectionMembers).values({ workspaceId, collectionId: id, userId: ctx.userId });
  return id;
}
