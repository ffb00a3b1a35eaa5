import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, renditions, snapshots } from "@/drizzle/schema";
import { fieldNames, singleFields } from "@/lib/vocabulary/opportunities";
import { diffWords } from "@/server/evidence/changes";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { TenderFields } from "../fields/tender-fields";
import { requireOpportunity } from "../queries";
import { loadPackage } from "../reading/load-package";
import { momentOf } from "../reading/moment-of";
import { compareInWorker } from "../reading/read-in-worker";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import type { RequirementChange } from "./compared-requirement";
import type { CompareVersionsInput, VersionComparison } from "./schemas";
import { summariseAmendment } from "./summarise-amendment";

/** Any two documents, two versions of one, or two sets of papers, by what they demand, their dates and fields; keeps nothing. Throws NotFoundError. */
export async function compareVersions(ctx: WorkspaceContext, input: CompareVersionsInput): Promise<VersionComparison> {
  authorize(ctx, "opportunities:read");
  authorize(ctx, "documents:read");
  const [before, after] = await inWorkspace(ctx, (tx) =>
    Promise.all([loadPapers(tx, ctx, input.before), loadPapers(tx, ctx, input.after)]),
  );
  const toPackage = ({ document, rendition }: LoadedVersion) => ({
    id: document.id,
    path: document.path,
    rendition: { text: rendition.text, blocks: rendition.blocks, pages: rendition.pages },
    previous: null,
  });
  const read = await compareInWorker({
    before: before.map(toPackage),
    after: after.map(toPackage),
    now: new Date().toISOString(),
  });
  const deadlines = comparedDeadlines(read.before.fields, read.after.fields);
  const { added, removed, changed, moved, unchanged } = read.comparison.counts;
  return {
    before: before.map(({ view }) => view),
    after: after.map(({ view }) => view),
    summary: summariseAmendment(read.comparison, deadlines, [], { lines: read.lines.length }),
    counts: { added, removed, changed, unchanged: unchanged + moved },
    items: read.comparison.changes.map((change) => ({
      what: change.type === "moved" ? "unchanged" : change.type,
      before: sideOf("before" in change ? read.before.requirements[Number(change.before.id)] : undefined),
      after: sideOf("after" in change ? read.after.requirements[Number(change.after.id)] : undefined),
      words: wordsOf(change),
    })),
    lines: read.lines,
    deadlines,
    fields: comparedFields(read.before.fields, read.after.fields),
  };
}

function wordsOf(change: RequirementChange): VersionComparison["items"][number]["words"] {
  if (change.type !== "changed") return [];
  const words = change.words.length > 0 ? change.words : diffWords(change.before.text, change.after.text);
  return words.map(({ op, text }) => ({ kind: op, text }));
}

type LoadedVersion = Awaited<ReturnType<typeof loadVersion>>;

type Papers = CompareVersionsInput["before"];
type Version = Extract<Papers, { documentId: string }>;

/** Each paper once, in the order in which they were named or are kept. */
async function loadPapers(tx: Tx, ctx: WorkspaceContext, of: Papers): Promise<LoadedVersion[]> {
  const named =
    "documentId" in of ? [of] : "documents" in of ? of.documents : await papersOf(tx, ctx, of.opportunityId);
  const once = new Map(named.map((version) => [version.documentId, version]));
  const loaded: LoadedVersion[] = [];
  for (const version of once.values()) loaded.push(await loadVersion(tx, ctx, version));
  return loaded;
}

/** The papers of an opportunity that can be read. */
async function papersOf(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<Version[]> {
  await requireOpportunity(tx, ctx, opportunityId);
  const { readable } = await loadPackage(tx, ctx, opportunityId);
  if (readable.length === 0) throw new NotFoundError("document");
  return readable.map(({ id, snapshotId }) => ({ documentId: id, snapshotId }));
}

async function loadVersion(tx: Tx, ctx: WorkspaceContext, of: Version) {
  const workspaceId = ctx.workspace.id;
  const [document] = await tx
    .select({ id: documents.id, path: documents.path, title: documents.title, current: documents.currentSnapshotId })
    .from(documents)
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, of.documentId)));
  const snapshotId = of.snapshotId ?? document?.current;
  if (!document || !snapshotId) throw new NotFoundError("document");
  const [found] = await tx
    .select({ rendition: renditions, revision: snapshots.revision })
    .from(renditions)
    .innerJoin(snapshots, and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.id, renditions.snapshotId)))
    .where(
      and(
        eq(renditions.workspaceId, workspaceId),
        eq(renditions.documentId, document.id),
        eq(renditions.snapshotId, snapshotId),
      ),
    )
    .orderBy(desc(renditions.id))
    .limit(1);
  if (!found) throw new NotFoundError("version");
  const { rendition, revision } = found;
  return {
    document,
    rendition,
    view: { documentId: document.id, snapshotId, renditionId: rendition.id, title: document.title, revision },
  };
}

function sideOf(one: ExtractedRequirement | undefined): VersionComparison["items"][number]["before"] {
  if (!one) return null;
  return {
    documentId: one.place.document,
    text: one.quote,
    kind: one.kind,
    isMandatory: one.isMandatory,
    ref: one.ref,
    section: one.section.join(" › "),
    page: one.place.page ?? null,
    start: one.place.start,
    end: one.place.end,
  };
}

function comparedDeadlines(before: TenderFields, after: TenderFields): VersionComparison["deadlines"] {
  const dateOf = (fields: TenderFields, kind: string) => {
    const group = fields.deadlines.find((one) => one.kind === kind);
    const holding = group && group.inForce !== null ? group.statements[group.inForce] : undefined;
    return holding ? momentOf(holding) : null;
  };
  const kinds = new Set([...before.deadlines, ...after.deadlines].map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const [old, fresh] = [dateOf(before, kind), dateOf(after, kind)];
    return old === fresh ? [] : [{ kind, before: old, after: fresh }];
  });
}

function comparedFields(before: TenderFields, after: TenderFields): VersionComparison["fields"] {
  const textsOf = (fields: TenderFields, name: string) =>
    fields.fields.filter((field) => field.name === name).map(({ text }) => text);
  return fieldNames.flatMap((name) => {
    const [old, fresh] = [textsOf(before, name), textsOf(after, name)];
    if (singleFields.includes(name)) {
      return old[0] === fresh[0] ? [] : [{ name, before: old[0] ?? null, after: fresh[0] ?? null }];
    }
    return [
      ...old.filter((text) => !fresh.includes(text)).map((text) => ({ name, before: text, after: null })),
      ...fresh.filter((text) => !old.includes(text)).map((text) => ({ name, before: null, after: text })),
    ];
  });
}
