import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  notices,
  type OpportunityDeadline,
  type OpportunityField,
  opportunityDeadlines,
  opportunityFields,
  sources,
} from "@/drizzle/schema";
import { deadlineKinds, fieldNames, singleFields } from "@/lib/vocabulary/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { drivingStatement } from "../deadlines/settle-deadlines";
import { type CitedKind, loadCitations, loadPeople } from "../queries";
import type { OpportunityDetail } from "./schemas";

/** All that is said of an opportunity, each statement with what it rests on. */
export async function loadStatements(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
): Promise<Pick<OpportunityDetail, "fields" | "deadlines" | "contradictions">> {
  const workspaceId = ctx.workspace.id;
  const [fields, dates] = await Promise.all([
    tx
      .select()
      .from(opportunityFields)
      .where(and(eq(opportunityFields.workspaceId, workspaceId), eq(opportunityFields.opportunityId, opportunityId)))
      .orderBy(asc(opportunityFields.position), asc(opportunityFields.createdAt), asc(opportunityFields.id)),
    tx
      .select()
      .from(opportunityDeadlines)
      .where(
        and(eq(opportunityDeadlines.workspaceId, workspaceId), eq(opportunityDeadlines.opportunityId, opportunityId)),
      )
      .orderBy(asc(opportunityDeadlines.at), asc(opportunityDeadlines.createdAt), asc(opportunityDeadlines.id)),
  ]);
  const basisOf = await loadBasis(tx, ctx, fields, dates);
  return {
    fields: fieldNames
      .map((name) => ({
        name,
        isSingle: singleFields.includes(name),
        statements: fields
          .filter((field) => field.name === name)
          .map((field) => ({
            ...basisOf("opportunity_field", field),
            value: field.value,
            text: field.text,
            isChosen: field.isChosen,
          })),
      }))
      .filter(({ statements }) => statements.length > 0),
    deadlines: deadlineKinds
      .map((kind) => {
        const ofKind = dates.filter((date) => date.kind === kind);
        return {
          kind,
          inForceId: drivingStatement(ofKind)?.id ?? null,
          isContradicted: ofKind.some(({ state }) => state === "contradicted"),
          statements: ofKind.map((date) => ({
            ...basisOf("opportunity_deadline", date),
            kind: date.kind,
            state: date.state,
            quote: date.quote,
            localDate: date.localDate,
            localTime: date.localTime,
            zoneStated: date.zoneStated,
            zone: date.zone,
            at: date.at,
            note: date.note,
            flags: date.flags,
            decidedAt: date.decidedAt,
          })),
        };
      })
      .filter(({ statements }) => statements.length > 0),
    contradictions: deadlineKinds.flatMap((kind) => {
      const disputed = dates.filter((date) => date.kind === kind && date.state === "contradicted");
      if (disputed.length === 0) return [];
      return [
        {
          kind,
          drivingId: drivingStatement(disputed)?.id ?? null,
          statementIds: disputed.map(({ id }) => id),
        },
      ];
    }),
  };
}

async function loadBasis(tx: Tx, ctx: WorkspaceContext, fields: OpportunityField[], dates: OpportunityDeadline[]) {
  const noticeIds = [...fields, ...dates].map(({ noticeId }) => noticeId).filter((id) => id !== null);
  const [ofFields, ofDates, published, personOf] = await Promise.all([
    loadCitations(tx, ctx, "opportunity_field", fields),
    loadCitations(tx, ctx, "opportunity_deadline", dates),
    noticeIds.length === 0
      ? []
      : tx
          .select({ id: notices.id, url: notices.url, publishedAt: notices.publishedAt, source: sources.name })
          .from(notices)
          .leftJoin(sources, and(eq(sources.workspaceId, notices.workspaceId), eq(sources.id, notices.sourceId)))
          .where(and(eq(notices.workspaceId, ctx.workspace.id), inArray(notices.id, [...new Set(noticeIds)]))),
    loadPeople(tx, ctx, [...fields.map(({ statedBy }) => statedBy), ...dates.map(({ decidedBy }) => decidedBy)]),
  ]);
  const noticeOf = new Map(published.map((notice) => [notice.id, notice]));
  return <T extends OpportunityField | OpportunityDeadline>(kind: CitedKind, row: T) => ({
    id: row.id,
    origin: row.origin,
    citation: (kind === "opportunity_field" ? ofFields : ofDates).get(row.id) ?? null,
    notice: row.noticeId === null ? null : (noticeOf.get(row.noticeId) ?? null),
    statedBy: personOf("statedBy" in row ? row.statedBy : row.origin === "person" ? row.decidedBy : null),
    decidedBy: personOf("decidedBy" in row ? row.decidedBy : null),
  });
}
