import { cpus, totalmem } from "node:os";
import { basename, join } from "node:path";
import { Command } from "commander";
import { killARun } from "@/e2e/faults/kill-a-run";
import { killWork } from "@/server/composition/testing/killed-work";
import { benchAmendments } from "./amendments";
import { benchApi } from "./api";
import { benchBroken } from "./broken";
import { benchChanges } from "./changes";
import { benchCrawl } from "./crawl";
import { benchDemands } from "./demands";
import { benchExtraction } from "./extraction";
import { benchFeeds } from "./feeds";
import { benchIngest } from "./ingest";
import { benchJobs } from "./jobs";
import { benchKinds } from "./kinds";
import { benchLive } from "./live";
import { benchNotices } from "./notices";
import { benchOpportunities } from "./opportunities";
import { benchPortals } from "./portals";
import { benchQa } from "./qa";
import { benchReconnects } from "./reconnects";
import { benchRequirements } from "./requirements";
import { benchRetrieval } from "./retrieval";
import { benchSites } from "./sites";
import { benchTopics } from "./topics";
import { benchWatching } from "./watching";

interface BenchFlags {
  data?: string;
  gold?: string;
  out?: string;
  from?: string;
  json?: boolean;
  chunks?: string;
  documents?: string;
  every?: string;
  clients?: string;
  database?: string;
  peer?: string;
}

const sharedData = "../shared/data";

/** The product's real code paths on data in standard formats. Each entry returns its figures; `data` has a default beside the project. */
const benches: Record<
  string,
  { about: string; data: string | null; run: (data: string, flags: BenchFlags) => Promise<unknown> }
> = {
  retrieval: {
    about: "search on a BEIR folder",
    data: join(sharedData, "ir-cranfield/beir"),
    run: (data, flags) =>
      benchRetrieval({
        data,
        out: flags.out,
        chunks: flags.chunks ? Number(flags.chunks) : undefined,
        databaseUrl: flags.database,
        log: say,
      }),
  },
  qa: {
    about: "answers on a SQuAD file, or on a folder of documents with a gold folder",
    data: join(sharedData, "rfp"),
    run: (data, flags) =>
      benchQa({
        data,
        gold: flags.gold ?? (data.endsWith(".json") ? undefined : join(data, "gold")),
        out: flags.out,
        every: flags.every ? Number(flags.every) : undefined,
        documents: flags.documents ? Number(flags.documents) : undefined,
        databaseUrl: flags.database,
        log: say,
      }),
  },
  requirements: {
    about: "requirements of tenders, on a folder of packages with a gold folder",
    data: join(sharedData, "rfp"),
    run: (data, flags) =>
      benchRequirements({
        data,
        gold: flags.gold ?? join(data, "gold"),
        out: flags.out,
        log: flags.json ? undefined : say,
      }),
  },
  kinds: {
    about: "learning what requirements are about, on folders of packages with gold folders (--data: names with commas)",
    data: join(sharedData, "rfp"),
    run: (data, flags) => benchKinds({ folders: data.split(","), out: flags.out, from: flags.from, log: say }),
  },
  topics: {
    about: "learning which matter of a tender a question asks for, on a folder of files of questions",
    data: "bench/topics/phrasings",
    run: async (data, flags) => benchTopics({ folder: data, out: flags.out, log: say }),
  },
  demands: {
    about:
      "learning which sentences are requirements, on folders of packages with gold folders (--data: names with commas)",
    data: join(sharedData, "rfp"),
    run: (data, flags) => benchDemands({ folders: data.split(","), out: flags.out, log: say }),
  },
  amendments: {
    about: "what is told when papers of a tender change, on a folder of pairs (before, after) with their truth",
    data: null,
    run: (data, flags) =>
      benchAmendments({ data, out: flags.out, databaseUrl: flags.database, log: flags.json ? undefined : say }),
  },
  opportunities: {
    about: "lists, facets, searches and the board over 10,000 opportunities, real Postgres",
    data: null,
    run: (_data, flags) => benchOpportunities({ databaseUrl: flags.database, log: say }),
  },
  feeds: {
    about: "reading feeds of every format, whole and broken",
    data: join(sharedData, "feeds"),
    run: (data, flags) => benchFeeds({ data, out: flags.out, log: say }),
  },
  extraction: {
    about: "main text of stored web pages, on a folder with ground-truth.json or snippets.json",
    data: join(sharedData, "article-extraction"),
    run: (data, flags) => benchExtraction({ data, out: flags.out }),
  },
  changes: {
    about: "telling a change from noise between two captures of a page",
    data: join(sharedData, "change-ota"),
    run: async (data, flags) => benchChanges({ data, out: flags.out, log: say }),
  },
  notices: {
    about: "reading notices of OCDS, SAM.gov, TED and eForms in a folder",
    data: sharedData,
    run: (data, flags) => benchNotices({ data, out: flags.out, log: say }),
  },
  portals: {
    about: "procurement portals of several countries, added by their address (--data: names with commas)",
    data: null,
    run: (_data, flags) => benchPortals({ only: flags.data, databaseUrl: flags.database, out: flags.out, log: say }),
  },
  sites: {
    about: "vendors, job boards, feeds and hostile sites, added by their address (--data: names with commas)",
    data: null,
    run: (_data, flags) => benchSites({ only: flags.data, databaseUrl: flags.database, out: flags.out, log: say }),
  },
  crawl: {
    about: "pages per CPU second of crawling real pages from loopback",
    data: join(sharedData, "article-extraction/html"),
    run: (folder, flags) => benchCrawl({ folder, peer: flags.peer, log: say }),
  },
  ingest: {
    about: "reading PDFs",
    data: join(sharedData, "rfp"),
    run: (folder) => benchIngest({ folder }),
  },
  broken: {
    about: "files broken on purpose, by hundreds, through the parsing pool",
    data: join(sharedData, "office"),
    run: (folder, flags) => benchBroken({ folder, out: flags.out, log: say }),
  },
  api: {
    about: "an authenticated read against an empty procedure of the same server",
    data: null,
    run: () => benchApi(),
  },
  watching: {
    about: "forty sources read at once beside somebody who works in the same server",
    data: null,
    run: () => benchWatching(say),
  },
  "killed-run": {
    about: "a run of 300 pages whose server is killed twenty times",
    data: null,
    run: () => killARun({ pages: 300, kills: 20 }),
  },
  "killed-work": {
    about: "files and questions whose server is killed at thirty random moments each",
    data: null,
    run: async () => {
      const ingest = await killWork("ingest", { kills: 30, log: say });
      say(JSON.stringify(ingest));
      return { ingest, answer: await killWork("answer", { kills: 30, log: say }) };
    },
  },
  live: {
    about: "a thousand followers of the live channel",
    data: null,
    run: () => benchLive(),
  },
  reconnects: {
    about: "clients of an answer under way who lose their connection every fifth of a second",
    data: null,
    run: (_data, flags) => benchReconnects(flags.clients ? Number(flags.clients) : undefined, say),
  },
  jobs: {
    about: "steps per second and crashes of the embedded job engine",
    data: null,
    run: (_data, flags) => benchJobs({ ...(flags.database ? { databaseUrl: flags.database } : {}), log: say }),
  },
};

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const program = new Command("bench")
  .argument(
    "<name>",
    Object.entries(benches)
      .map(([name, { about }]) => `${name}: ${about}`)
      .join("; "),
  )
  .option("--data <path>", "data to measure on")
  .option("--gold <folder>", "gold files (qa on a folder, requirements)")
  .option("--out <file>", "write what the product answered")
  .option("--from <file>", "weights learned before, which what is learned now begins with (kinds)")
  .option("--documents <n>", "fill the workspace up to n documents and ask over all of them (qa)")
  .option("--chunks <n>", "fill the workspace up to n chunks (retrieval, real Postgres)")
  .option("--every <n>", "ask every n-th question only (qa)")
  .option("--clients <n>", "how many at once (reconnects)")
  .option("--database <url>", "a Postgres server instead of the embedded database")
  .option("--peer <folder>", "where Crawlee is installed, apart from the project (crawl)")
  .option("--json", "print one JSON object")
  .action(async (name: string, flags: BenchFlags) => {
    const bench = benches[name];
    if (!bench) throw new Error(`There is no bench "${name}". One of: ${Object.keys(benches).join(", ")}.`);
    const data = flags.data ?? bench.data;
    const measured = await bench.run(data ?? "", flags);
    const machine = {
      cpu: cpus()[0]?.model ?? "",
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    };
    const report = { bench: name, data: data === null ? null : basename(data), machine, ...asReport(measured) };
    process.stdout.write(`${JSON.stringify(report, null, flags.json ? 0 : 2)}\n`);
  });

/** Benches that run peers return `figures` and `peers`; the others return their figures alone. */
function asReport(measured: unknown): object {
  const isReport = typeof measured === "object" && measured !== null && "figures" in measured;
  return isReport ? measured : { figures: measured, peers: {} };
}

try {
  await program.parseAsync();
  process.exit(0);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
