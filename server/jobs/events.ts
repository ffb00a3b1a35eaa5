import { eventType } from "inngest";
import { z } from "zod";

/**
 * The one catalogue of events. `workspaceId` and `userId` say for whom a job works; they are no authority: `resolveJobContext`
 * reads workspace, person and role again. `userId` null is the workspace itself.
 */
const inWorkspaceOf = { workspaceId: z.uuid(), userId: z.uuid().nullable() };

/** A file has been stored and waits to be read. */
export const snapshotStored = eventType("snapshot/stored", {
  schema: z.object({ ...inWorkspaceOf, documentId: z.uuid(), snapshotId: z.uuid() }),
});
/** The reading of a file was called off by a person. */
export const snapshotCancelled = eventType("snapshot/cancelled", {
  schema: z.object({ ...inWorkspaceOf, documentId: z.uuid(), snapshotId: z.uuid() }),
});
/** A file has been read, chunked and indexed: it can be found and cited. */
export const snapshotIndexed = eventType("snapshot/indexed", {
  schema: z.object({ ...inWorkspaceOf, documentId: z.uuid(), snapshotId: z.uuid() }),
});
/** A document was removed; its bytes and index entries are to go. */
export const documentDeleted = eventType("document/deleted", {
  schema: z.object({ ...inWorkspaceOf, documentId: z.uuid() }),
});
/** The workspace's text has grown enough for its vectors to be learned anew, or a person asked for it. */
export const embeddingsFitRequested = eventType("embeddings/fit.requested", {
  schema: z.object({ ...inWorkspaceOf }),
});
/** A question was asked. */
export const queryAsked = eventType("query/asked", {
  schema: z.object({ ...inWorkspaceOf, queryId: z.uuid() }),
});
/** The person no longer wants the answer. */
export const queryCancelled = eventType("query/cancelled", {
  schema: z.object({ ...inWorkspaceOf, queryId: z.uuid() }),
});
/** A workspace and its rows are gone; these files of it are to follow. */
export const workspaceErased = eventType("workspace/erased", {
  schema: z.object({ keys: z.array(z.string().max(400)).max(1000) }),
});
/** Most of the month's budget for models is spent. Told once a month. */
export const modelBudgetNear = eventType("model-budget/near", {
  schema: z.object({
    ...inWorkspaceOf,
    month: z.int(),
    spentMicros: z.number().nonnegative(),
    budgetMicros: z.number().nonnegative(),
  }),
});
/** Mail waits in the installation's outbox. */
export const mailQueued = eventType("mail/queued", { schema: z.object({ mailId: z.uuid() }) });
/** A source is to be read now: its time has come, or a person asked for it. */
export const sourceScanRequested = eventType("source/scan.requested", {
  schema: z.object({
    ...inWorkspaceOf,
    sourceId: z.uuid(),
    runId: z.uuid(),
    /** Seconds by which it goes before others that wait. */
    urgency: z.int(),
  }),
});
/** A person called a run off. */
export const sourceScanCancelled = eventType("source/scan.cancelled", {
  schema: z.object({ ...inWorkspaceOf, sourceId: z.uuid(), runId: z.uuid() }),
});
/** A run has ended; higher floors read what it brought. */
export const sourceScanned = eventType("source/scanned", {
  schema: z.object({ ...inWorkspaceOf, sourceId: z.uuid(), runId: z.uuid() }),
});
/** Revisions went by the rule of their source; these files of them are to follow unless they are named elsewhere. */
export const revisionsRemoved = eventType("revisions/removed", {
  schema: z.object({ ...inWorkspaceOf, keys: z.array(z.string().max(400)).max(1000) }),
});
/** A page's new revision says something else than the one before. */
export const changeDetected = eventType("change/detected", {
  schema: z.object({ ...inWorkspaceOf, changeId: z.uuid(), sourceId: z.uuid(), documentId: z.uuid() }),
});
/** How an opportunity ended for us was told, or taken back: what is learned from past ones changes. */
export const opportunitySettled = eventType("opportunity/settled", {
  schema: z.object({ ...inWorkspaceOf, opportunityId: z.uuid() }),
});
/** What the workspace does, or what counts for it, is told otherwise: its open opportunities are to be weighed again. */
export const profileChanged = eventType("profile/changed", { schema: z.object({ ...inWorkspaceOf }) });
/** Own documents have been read, so that the library shows more of what the workspace can do: its open opportunities are to be weighed again. */
export const libraryGrown = eventType("library/grown", { schema: z.object({ ...inWorkspaceOf }) });
/** A notice about a tender that was not known made an opportunity. */
export const opportunityDiscovered = eventType("opportunity/discovered", {
  schema: z.object({ ...inWorkspaceOf, opportunityId: z.uuid(), noticeId: z.uuid().nullable() }),
});
/** The buyer's publications say something else about an opportunity than before; `changes`: what lists show of it. */
export const opportunityChanged = eventType("opportunity/changed", {
  schema: z.object({
    ...inWorkspaceOf,
    opportunityId: z.uuid(),
    noticeId: z.uuid().nullable(),
    changes: z.array(z.object({ what: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  }),
});
/** Documents of an opportunity wait to be read for fields, dates and requirements. */
export const opportunityReadingRequested = eventType("opportunity/reading.requested", {
  schema: z.object({ ...inWorkspaceOf, opportunityId: z.uuid() }),
});
/** A person called the reading off. */
export const opportunityReadingCancelled = eventType("opportunity/reading.cancelled", {
  schema: z.object({ ...inWorkspaceOf, opportunityId: z.uuid() }),
});
/** All documents of an opportunity that were there have been read; its fields, dates and requirements stand. */
export const opportunityRead = eventType("opportunity/read", {
  schema: z.object({ ...inWorkspaceOf, opportunityId: z.uuid() }),
});
/** A person wants the workspace's model to go through its documents for what the rules missed. */
export const opportunityRefinementRequested = eventType("opportunity/refinement.requested", {
  schema: z.object({ ...inWorkspaceOf, opportunityId: z.uuid() }),
});
/** The buyer, or a person, changed what is demanded; what was built on it is to be looked at again. */
export const requirementsChanged = eventType("requirements/changed", {
  schema: z.object({
    ...inWorkspaceOf,
    opportunityId: z.uuid(),
    requirementIds: z.array(z.uuid()).max(2000),
    amendmentId: z.uuid().nullable(),
  }),
});
