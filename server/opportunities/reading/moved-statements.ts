import type { OpportunityDeadline } from "@/drizzle/schema";
import { frameOf } from "../amendments/frame-of";
import { zoneAfter } from "../fields/dates/find-zone";
import type { TenderFields } from "../fields/tender-fields";
import type { LoadedDocument } from "./load-package";
import { momentOf } from "./moment-of";

/** A date that a new version of its document, or a newer paper beside it, moved. */
export interface MovedStatement {
  kind: OpportunityDeadline["kind"];
  /** Null: it was left open until now. */
  before: string | null;
  after: string | null;
  /** The paper that states the newer one, or no longer states the older. */
  documentId: string | null;
  /** The words of both. */
  quotes: { before: string | null; after: string | null };
}

interface StoredStatement {
  row: OpportunityDeadline;
  documentId: string | null;
}
interface FreshStatement {
  kind: OpportunityDeadline["kind"];
  localDate?: string | null | undefined;
  localTime?: string | null | undefined;
  zoneStated?: string | null | undefined;
  quote: string;
  place: { document: string };
}

/**
 * Dates that moved: those that a newer version states otherwise, those that another paper overtook (whether it came later or together with what
 * it overtakes), and those of which nothing was said until now.
 */
export function movedStatements(
  documents: readonly Pick<LoadedDocument, "id" | "previousDocumentId" | "previous" | "isFresh">[],
  found: Pick<TenderFields, "deadlines">,
  statements: {
    stored: readonly StoredStatement[];
    /** No longer stated in the version that is read now. */
    moved: readonly StoredStatement[];
    /** Still stated where they stood, and set aside by another paper now. */
    overtaken: readonly OpportunityDeadline[];
    fresh: readonly FreshStatement[];
  },
): MovedStatement[] {
  const { stored, moved, overtaken, fresh } = statements;
  const wasStated = new Set(stored.flatMap(({ row }) => (row.localDate === null ? [] : [row.kind])));
  const heirOf = new Map(documents.map(({ id, previousDocumentId }) => [previousDocumentId, id]));
  const inForceOf = (kind: string) => {
    const group = found.deadlines.find((one) => one.kind === kind);
    return group && group.inForce !== null ? group.statements[group.inForce] : undefined;
  };
  const taken = new Set<FreshStatement>();
  const changed = moved.flatMap(({ row, documentId }): MovedStatement[] => {
    const heirs = [documentId, heirOf.get(documentId)];
    const own = found.deadlines
      .filter(({ kind }) => kind === row.kind)
      .flatMap(({ statements: all }) => all.filter(({ place }) => heirs.includes(place?.document)));
    // Set aside before, or still said: of several dates of a kind in one paper each is looked at by itself.
    if (row.state === "rejected" || (row.localDate !== null && own.some((one) => momentOf(one) === momentOf(row))))
      return [];
    const successor = successorOf(
      row.quote,
      fresh.filter((one) => one.kind === row.kind && heirs.includes(one.place.document) && one.localDate),
      taken,
    );
    const after = successor ? momentOf(successor) : null;
    const said = {
      kind: row.kind,
      after,
      documentId: successor?.place.document ?? heirOf.get(documentId) ?? documentId,
      quotes: { before: row.quote, after: successor?.quote ?? null },
    };
    if (row.localDate !== null) return [{ ...said, before: momentOf(row) }];
    // A draft leaves its dates open; the first that is stated is news.
    return after === null || wasStated.has(row.kind) ? [] : [{ ...said, before: null }];
  });
  const later = overtaken.flatMap((row): MovedStatement[] => {
    const now = inForceOf(row.kind);
    const isNew = fresh.some((one) => one.kind === row.kind && one.place.document === now?.place?.document);
    return now?.place && now.localDate && isNew
      ? [
          {
            kind: row.kind,
            before: momentOf(row),
            after: momentOf(now),
            documentId: now.place.document,
            quotes: { before: row.quote, after: now.quote },
          },
        ]
      : [];
  });
  // A new paper says that it moves a date which another paper of the package goes on stating.
  const together = found.deadlines.flatMap(({ kind, isMoved, statements: all }): MovedStatement[] => {
    const now = inForceOf(kind);
    const paper = documents.find(({ id, isFresh }) => isFresh && id === now?.place?.document);
    const others = all.filter(({ localDate, place }) => localDate !== null && place?.document !== paper?.id);
    const before = others.find(({ localTime }) => localTime !== null) ?? others[0];
    const isNew = fresh.some((one) => one.kind === kind && one.place.document === paper?.id);
    const isTold = later.some((one) => one.kind === kind && one.documentId === paper?.id);
    return isMoved && now && paper && isNew && !isTold && before && momentOf(before) !== momentOf(now)
      ? [
          {
            kind,
            before: momentOf(before),
            after: momentOf(now),
            documentId: paper.id,
            quotes: { before: before.quote, after: now.quote },
          },
        ]
      : [];
  });
  const told = new Set([...changed, ...later, ...together].map(({ kind }) => kind));
  const isLate = documents.some(({ isFresh }) => !isFresh);
  const stated = found.deadlines.flatMap(({ kind }): MovedStatement[] => {
    const now = inForceOf(kind);
    const paper = documents.find(({ id }) => id === now?.place?.document);
    const isNews = paper && (paper.previous !== null || (paper.isFresh && isLate));
    // An addendum has a date of issue of its own.
    const isOwnIssue = kind === "issued" && paper?.previous === null;
    if (!now?.localDate || !isNews || isOwnIssue || kind === "other" || told.has(kind) || wasStated.has(kind))
      return [];
    return [
      {
        kind,
        before: null,
        after: momentOf(now),
        documentId: paper.id,
        quotes: { before: null, after: now.quote },
      },
    ];
  });
  const keyed = [...changed, ...later, ...together, ...stated]
    .filter(({ before, after }) => !isSameClock(before, after))
    .map((one) => [[one.kind, one.before, one.after, one.documentId].join("|"), one] as const);
  return [...new Map(keyed).values()];
}

/** One wall clock by two names ("16:00 ET", "16:00 EST"), or named once: nothing moved. */
function isSameClock(before: string | null, after: string | null): boolean {
  const [[day, time, ...zone], [newDay, newTime, ...newZone]] = [before, after].map((said) =>
    (said ?? "").split(" "),
  ) as [string[], string[]];
  if (!day || !time || day !== newDay || time !== newTime) return false;
  const [old, fresh] = [zone, newZone].map((words) => zoneAfter(words.join(" "), 0));
  return !old || !fresh || (old.region ?? old.zone) === (fresh.region ?? fresh.zone);
}

/** Of several dates of a kind the one that is said in the same words; else the first that no other has taken. */
function successorOf(
  quote: string,
  candidates: readonly FreshStatement[],
  taken: Set<FreshStatement>,
): FreshStatement | undefined {
  const frame = frameOf(quote);
  const found =
    candidates.find((one) => !taken.has(one) && frameOf(one.quote) === frame) ??
    candidates.find((one) => !taken.has(one)) ??
    candidates[0];
  if (found) taken.add(found);
  return found;
}
