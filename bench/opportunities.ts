import { sql } from "drizzle-orm";
import { adoptDatabase, closeDatabase, getDatabase, openDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { collections, opportunities } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { firstStages, opportunityKinds, procedureStatuses } from "@/lib/vocabulary/opportunities";
import { startPostgres } from "@/scripts/services/postgres.mjs";
import { countOpportunityFacets } from "@/server/opportunities/list/count-facets";
import { getBoard } from "@/server/opportunities/list/get-board";
import { listOpportunities } from "@/server/opportunities/list/list-opportunities";
import { getBoardInput, listOpportunitiesInput, opportunityFilters } from "@/server/opportunities/list/schemas";
import { divisionsOf, searchText } from "@/server/opportunities/refresh/refresh-opportunity";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { percentile } from "./beir";

export interface OpportunitiesBenchOptions {
  /** Opportunities in the asking workspace; another one beside it holds half as many. */
  count?: number;
  /** A Postgres server; default: one started for the run. */
  databaseUrl?: string | undefined;
  log?: ((line: string) => void) | undefined;
}

const rounds = 12;
const subjects =
  "lift maintenance,road surfacing,records software,school catering,street lighting,water sampling,legal advice,fleet leasing,network cabling,archive scanning,waste collection,bridge inspection,payroll services,site security,translation,forest survey,laboratory reagents,bus shelters,heat pumps,harbour dredging".split(
    ",",
  );
const places = "Lisbon,Graz,Tampere,Ghent,Cork,Split,Brno,Malmö,Vigo,Turin,Łódź,Kaunas,Varna,Nantes,Leeds,Aarhus".split(
  ",",
);
const words =
  "annual framework regional central interim national digital emergency phased northern renewed second consolidated municipal joint pilot".split(
    " ",
  );
const currencies = ["EUR", "USD", "GBP", "PLN", "SEK"];
const divisions = ["45", "50", "72", "55", "34", "71", "79", "90", "98", "33"];

/** Lists, facets, searches and the board over a full workspace, as the app role under row-level security. */
export async function benchOpportunities(options: OpportunitiesBenchOptions = {}) {
  const log = options.log ?? (() => {});
  const count = options.count ?? 10_000;
  const server = options.databaseUrl ? null : await startPostgres();
  const database = await openDatabase({ url: options.databaseUrl ?? server?.url ?? "" });
  adoptDatabase(database);
  try {
    const [ctx, other] = [await aWorkspace(), await aWorkspace()];
    log(`writing ${count} opportunities`);
    await fill(ctx, count);
    await fill(other, Math.floor(count / 2));
    await database.sql`analyze`;
    const asks = {
      list: plainAsks,
      facet: facetAsks,
      search: searchAsks,
      fuzzy: fuzzyAsks,
    };
    const figures: Record<string, number> = { opportunities: count };
    const all: number[] = [];
    for (const [name, inputs] of Object.entries(asks)) {
      const times = await time(inputs, (input) => listOpportunities(ctx, listOpportunitiesInput.parse(input)));
      if (name !== "fuzzy") all.push(...times);
      figures[`${name}P50Ms`] = percentile(times, 0.5);
      figures[`${name}P95Ms`] = percentile(times, 0.95);
    }
    figures.listFacetSearchP95Ms = percentile(all, 0.95);
    const counted = await time([...plainAsks.slice(0, 1), ...facetAsks, ...searchAsks], (input) =>
      countOpportunityFacets(ctx, opportunityFilters.parse(withoutOrder(input))),
    );
    figures.facetCountsP50Ms = percentile(counted, 0.5);
    figures.facetCountsP95Ms = percentile(counted, 0.95);
    const board = await time([{}, { kind: ["rfp"] }, { tag: ["tag-3"] }], (input) =>
      getBoard(ctx, getBoardInput.parse(input)),
    );
    figures.boardP50Ms = percentile(board, 0.5);
    figures.boardP95Ms = percentile(board, 0.95);
    return { figures, peers: {} };
  } finally {
    await closeDatabase();
    await server?.stop();
  }
}

const plainAsks: object[] = [
  {},
  { sort: "title" },
  { sort: "value", descending: true },
  { sort: "fit", descending: true },
  { sort: "seen", descending: true },
  { sort: "buyer" },
];
const facetAsks: object[] = [
  { buyer: ["Buyer 7 of Graz"] },
  { category: ["CPV:72"] },
  { tag: ["tag-3", "tag-5"] },
  { due: ["week", "month"] },
  { stage: ["qualifying"], kind: ["rfp", "tender"] },
  { owner: ["none"], country: ["PT"] },
  { outcome: ["open"], decision: ["none"], category: ["NAICS:54"] },
];
const searchAsks: object[] = [
  { text: "lift maintenance" },
  { text: "lodz" },
  { text: "records software framework", sort: "title" },
  { text: "harbour", category: ["CPV:45"] },
  { text: "ref 4711" },
];
const fuzzyAsks: object[] = [{ text: "maintainance lfit" }, { text: "softwre" }, { text: "harbuor dredgng" }];

function withoutOrder(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== "sort" && name !== "descending"));
}

async function time(inputs: object[], ask: (input: object) => Promise<unknown>): Promise<number[]> {
  for (const input of inputs) await ask(input);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const input of inputs) {
      const startedAt = performance.now();
      await ask(input);
      times.push(performance.now() - startedAt);
    }
  }
  return times;
}

async function fill(ctx: WorkspaceContext & { collectionId: string }, count: number): Promise<void> {
  const { db } = await getDatabase();
  const owners = [ctx.actor.userId, (await aMember(ctx)).userId, (await aMember(ctx)).userId, null, null];
  const shelves = [ctx.collectionId];
  for (let number = 1; number <= 20; number++) {
    const id = newId();
    shelves.push(id);
    await db.insert(collections).values({ workspaceId: ctx.workspace.id, id, number, name: `Shelf ${number}` });
  }
  const pick = <T>(of: readonly T[], seed: number): T => of[Math.abs(seed) % of.length] as T;
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, index) => {
      const n = from + index;
      const seed = (n * 2_654_435_761) % 2_147_483_647;
      const title = `${pick(words, seed)} ${pick(subjects, seed >> 3)} in ${pick(places, seed >> 5)}`;
      const columns = {
        number: n + 1,
        title,
        buyer: `Buyer ${seed % 40} of ${pick(places, seed % 40)}`,
        reference: `REF-${n}/${seed % 97}`,
        summary: `The ${pick(words, seed >> 7)} contract covers ${pick(subjects, seed >> 9)} and ${pick(subjects, seed >> 11)} for three years, with an option of two more.`,
        tags: n % 3 === 0 ? [`tag-${seed % 30}`, `tag-${(seed >> 4) % 30}`] : [],
        place: pick(places, seed >> 5),
        categories: [
          `CPV:${pick(divisions, seed >> 2)}${100_000 + (seed % 900_000)}`,
          ...(n % 2 ? [`NAICS:54${1000 + (seed % 90)}`] : []),
        ],
      };
      return {
        ...columns,
        divisions: divisionsOf(columns.categories),
        workspaceId: ctx.workspace.id,
        id: newId(),
        collectionId: pick(shelves, seed >> 6),
        searchText: searchText(columns),
        kind: pick(opportunityKinds, seed >> 1),
        procedureStatus: pick(procedureStatuses, seed >> 8),
        stage: pick(firstStages, seed >> 4).key,
        outcome: n % 7 === 0 ? ("lost" as const) : null,
        decision: n % 5 === 0 ? ("go" as const) : null,
        submissionAt: n % 9 === 0 ? null : new Date(Date.now() + ((seed % 300) - 60) * 86_400_000),
        valueAmount: n % 4 === 0 ? null : String(1000 + (seed % 5_000_000)),
        valueCurrency: pick(currencies, seed >> 2),
        country: pick(["PT", "AT", "FI", "BE", "IE", "HR", "CZ", "SE"], seed >> 3),
        ownerId: pick(owners, seed >> 5),
        fitScore: n % 3 === 0 ? (seed % 100) / 100 : null,
        boardPosition: n,
        requirementCount: seed % 300,
        firstSeenAt: new Date(Date.now() - (seed % 500) * 3_600_000),
      };
    });
    await db.insert(opportunities).values(rows);
  }
  await db.execute(sql`vacuum analyze opportunities`).catch(() => undefined);
}
