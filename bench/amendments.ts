import { createReadStream, writeFileSync } from "node:fs";
import path from "node:path";
import { and, asc, eq } from "drizzle-orm";
import { adoptDatabase, closeDatabase, getDatabase, openDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { amendments, opportunityReadings } from "@/drizzle/schema";
import { addDocument, withReceivedFile } from "@/server/knowledge/documents";
import { beginImport } from "@/server/opportunities/reading/import-tender";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { type AmendmentPair, loadPairs } from "./amendments/load-pairs";
import { type AmendmentScore, scoreAmendment, type ToldChange } from "./amendments/score-amendments";
import { startJobs, untilQuiet } from "./portals/product";

export interface AmendmentsBenchOptions {
  /** A folder of pairs: each a folder with `before` and `after`, with a JSON file of the same name beside it, or without. */
  data: string;
  databaseUrl?: string | undefined;
  /** What the product told, one JSON object a pair. */
  out?: string | undefined;
  log?: ((line: string) => void) | undefined;
}

/**
 * Tenders whose papers changed. Each is imported with its papers as they were, by the product's own jobs; then the later papers are dropped
 * into it as a person would, and what the product says changed is compared with what a person found.
 */
export async function benchAmendments({ data, databaseUrl, out, log = () => undefined }: AmendmentsBenchOptions) {
  const pairs = data ? await loadPairs(data) : [];
  if (pairs.length === 0)
    throw new Error(
      "Name a folder with --data: in it a folder for each pair, with the papers in `before` and `after`.",
    );
  adoptDatabase(await openDatabase(databaseUrl ? { url: databaseUrl } : { dataDir: null }));
  const jobs = await startJobs();
  const scores = new Map<string, AmendmentScore>();
  const lines: string[] = [];
  try {
    const ctx = await aWorkspace();
    for (const pair of pairs) {
      const told = await readPair(ctx, pair);
      lines.push(JSON.stringify({ pair: pair.name, told }));
      log(`${pair.name}: ${told.length} changes told`);
      if (!pair.truth) {
        for (const one of told) log(`  ${one.what}: ${one.before ?? ""} => ${one.after ?? ""}`);
        continue;
      }
      const score = scoreAmendment(told, pair.truth);
      scores.set(pair.name, score);
      for (const miss of score.misses) log(`  ${miss.replace(/\s+/g, " ").slice(0, 420)}`);
    }
    if (out) writeFileSync(out, `${lines.join("\n")}\n`);
  } finally {
    await jobs.stop();
    await closeDatabase();
  }
  return {
    figures: {
      ...sharesOf([...scores.values()]),
      pairs: pairs.length,
      perPair: Object.fromEntries([...scores].map(([name, score]) => [name, countsOf(score)])),
    },
    peers: {},
  };
}

async function readPair(ctx: WorkspaceContext, pair: AmendmentPair): Promise<ToldChange[]> {
  const { id, collectionId } = await beginImport(ctx, { name: pair.name });
  for (const name of pair.before) await drop(ctx, collectionId, path.join(pair.folder, "before"), name);
  await untilQuiet();
  await requireRead(ctx, id, `${pair.name}, before`);
  for (const name of pair.after) await drop(ctx, collectionId, path.join(pair.folder, "after"), name);
  await untilQuiet();
  await requireRead(ctx, id, `${pair.name}, after`);
  const { db } = await getDatabase();
  const rows = await db
    .select({ items: amendments.items, documentId: amendments.documentId })
    .from(amendments)
    .where(and(eq(amendments.workspaceId, ctx.workspace.id), eq(amendments.opportunityId, id)))
    .orderBy(asc(amendments.createdAt));
  return rows.flatMap(({ items }) =>
    items.map(({ what, before, after, detail }) => ({ what, before, after, detail: detail ?? null })),
  );
}

/** The same name with other bytes is a new version, with the same bytes nothing new. */
function drop(ctx: WorkspaceContext, collectionId: string, folder: string, name: string) {
  return withReceivedFile(createReadStream(path.join(folder, name)), (file) =>
    addDocument(ctx, { path: name, collectionId, origin: "upload", file }),
  );
}

async function requireRead(ctx: WorkspaceContext, opportunityId: string, what: string): Promise<void> {
  const { db } = await getDatabase();
  const [reading] = await db
    .select({ phase: opportunityReadings.phase, problem: opportunityReadings.problem })
    .from(opportunityReadings)
    .where(
      and(eq(opportunityReadings.workspaceId, ctx.workspace.id), eq(opportunityReadings.opportunityId, opportunityId)),
    );
  if (reading?.phase !== "done")
    throw new Error(`${what}: ${reading?.problem ?? `the reading stands at ${reading?.phase}`}`);
}

function countsOf(score: AmendmentScore) {
  const share = ({ found, wanted }: { found: number; wanted: number }) => `${found} of ${wanted}`;
  return {
    added: share(score.added),
    removed: share(score.removed),
    changed: share(score.changed),
    apart: score.apart,
    factors: share(score.factors),
    dates: share(score.dates),
    falseDates: score.falseDates,
    noise: `${score.noise.told} of ${score.noise.of}`,
    affected: score.affected,
    notChangesTold: score.notChangesTold,
  };
}

function sharesOf(scores: readonly AmendmentScore[]) {
  const sum = (pick: (score: AmendmentScore) => number) => scores.reduce((total, score) => total + pick(score), 0);
  const share = (name: "added" | "removed" | "changed" | "factors" | "dates") => {
    const wanted = sum((score) => score[name].wanted);
    return wanted === 0 ? null : Math.round((1_000 * sum((score) => score[name].found)) / wanted) / 1_000;
  };
  const told = sum(({ noise }) => noise.of);
  return {
    addedFound: share("added"),
    removedFound: share("removed"),
    changedPaired: share("changed"),
    toldApart: sum(({ apart }) => apart),
    factorsFound: share("factors"),
    datesFound: share("dates"),
    falseDates: sum(({ falseDates }) => falseDates),
    noise: told === 0 ? null : Math.round((1_000 * sum(({ noise }) => noise.told)) / told) / 1_000,
    notChangesTold: sum(({ notChangesTold }) => notChangesTold),
  };
}
