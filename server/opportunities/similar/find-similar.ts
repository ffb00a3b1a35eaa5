import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, opportunities } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { toRows } from "../list/to-rows";
import { titleWords } from "../matching/title-words";
import { survivorOf } from "../merging/merged-into";
import { requireOpportunity } from "../queries";
import { sameTender } from "./same-tender";
import type { SimilarInput, SimilarOutput } from "./schemas";
import { scoreSimilar } from "./score-similar";

const o = opportunities;
const mostWords = 10;
/** Compared in detail; the rest has less in common by any of the three. */
const mostCompared = 200;
/** Below it a likeness is chance. */
const floor = 0.15;

/** Opportunities of the same buyer, trade or words as this one, open and ended, each with why; found with the actor's own eyes. Throws NotFoundError. */
export async function findSimilar(ctx: WorkspaceContext, input: SimilarInput): Promise<SimilarOutput> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    const own = await requireOpportunity(tx, ctx, await survivorOf(tx, ctx, input.id));
    const words = titleWords(own.title).words.slice(0, mostWords);
    const weights = await weighWords(tx, ctx, words);
    const compared = (await readNear(tx, ctx, own, weights))
      .map((row) => ({
        row,
        ...scoreSimilar(own, row, (word) => weights.get(word) ?? 0),
        sameTender: sameTender(own, row),
      }))
      .filter(({ score, reasons }) => reasons.length > 0 && score >= floor)
      .sort(
        (a, b) =>
          Number(b.sameTender !== null) - Number(a.sameTender !== null) ||
          b.score - a.score ||
          a.row.id.localeCompare(b.row.id),
      )
      .slice(0, input.limit);
    const rows = await toRows(
      tx,
      ctx,
      compared.map(({ row }) => row),
    );
    return {
      similar: rows.map((opportunity, index) => ({
        opportunity,
        score: compared[index]?.score ?? 0,
        reasons: compared[index]?.reasons ?? [],
        sameTender: compared[index]?.sameTender ?? null,
      })),
    };
  });
}

const others = (ctx: WorkspaceContext) =>
  and(eq(o.workspaceId, ctx.workspace.id), isNull(o.deletedAt), isNull(o.mergedIntoId));
/** The search text has a space before each word; the beginning finds other forms of it. */
const holds = (word: string) => sql`strpos(${o.searchText}, ${` ${stemOf(word)}`}) > 0`;
const stemOf = (word: string) => (word.length > 6 ? word.slice(0, -2) : word);

/** How much each word tells: the fewer tenders hold it, the more. */
async function weighWords(tx: Tx, ctx: WorkspaceContext, words: readonly string[]): Promise<Map<string, number>> {
  if (words.length === 0) return new Map();
  const [row] = await tx
    .select({
      all: sql<number>`count(*)::int`,
      holding: sql<number[]>`array[${sql.join(
        words.map((word) => sql`count(*) filter (where ${holds(word)})`),
        sql`, `,
      )}]::int[]`,
    })
    .from(o)
    .where(others(ctx));
  const all = row?.all ?? 0;
  return new Map(words.map((word, index) => [word, Math.log(1 + all / (1 + (row?.holding[index] ?? 0)))]));
}

/** Those that have most in common, as far as the database can tell. */
async function readNear(
  tx: Tx,
  ctx: WorkspaceContext,
  own: Opportunity,
  weights: ReadonlyMap<string, number>,
): Promise<Opportunity[]> {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  const parts: SQL[] = [
    ...[...weights].map(([word, weight]) => sql`case when ${holds(word)} then ${weight / total}::float8 else 0 end`),
    ...(own.buyer ? [sql`case when lower(${o.buyer}) = lower(${own.buyer}) then 1 else 0 end`] : []),
    ...(own.divisions.length > 0
      ? [sql`case when ${o.divisions} && ${sql.param(own.divisions)}::text[] then 1 else 0 end`]
      : []),
  ];
  if (parts.length === 0) return [];
  const common = sql`(${sql.join(parts, sql` + `)})`;
  return tx
    .select()
    .from(o)
    .where(and(others(ctx), ne(o.id, own.id), sql`${common} > 0.2`))
    .orderBy(sql`${common} desc`, sql`${o.firstSeenAt} desc`, o.id)
    .limit(mostCompared);
}
