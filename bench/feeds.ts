import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFeed as parseByFeedsmith } from "feedsmith";
import { type Feed, htmlToText, parseFeed } from "@/server/crawling/feeds";
import { decodeXml } from "@/server/crawling/xml";
import { type Fact, readFeedCase } from "./feeds/expectations";

export interface FeedsBenchFigures {
  files: number;
  read: number;
  /** Files that took longer than a second. */
  hangs: number;
  /** Share of the files' own expectations met; titles are compared without their markup. */
  titles: number;
  links: number;
  dates: number;
  titlesExpected: number;
  linksExpected: number;
  datesExpected: number;
  p95Ms: number;
}

/** Where the corpus is served in its authors' own tests: what relative addresses are expected to begin with. */
const corpusOrigin = "http://127.0.0.1:8097";

/** Reads every file of a folder (or `feeds.tar.gz` in it) of feedparser test files and checks what they say about themselves. */
export async function benchFeeds(options: { data: string; out?: string; log: (line: string) => void }) {
  const scratch = await mkdtemp(join(tmpdir(), "outrider-feeds-"));
  try {
    const folder = await unpack(options.data, scratch);
    const names = (await readdir(folder, { recursive: true }))
      .filter((name) => /\.(xml|json|rss|atom|rdf)$/.test(name))
      .sort();
    if (names.length === 0) throw new Error(`There are no feeds in ${options.data}.`);
    const met = { title: [0, 0], link: [0, 0], date: [0, 0] };
    const times: number[] = [];
    const lines: string[] = [];
    let read = 0;
    let readByFeedsmith = 0;
    for (const name of names) {
      const body = await readFile(join(folder, name));
      const { headers, facts } = readFeedCase(body);
      const started = performance.now();
      const feed = attempt(() =>
        parseFeed(body, {
          url: `${corpusOrigin}/${name.replace(/^.*tests\//, "")}`,
          contentType: headers["content-type"],
          contentLocation: headers["content-location"],
        }),
      );
      times.push(performance.now() - started);
      if (feed) read++;
      if (attempt(() => parseByFeedsmith(decodeXml(body)))) readByFeedsmith++;
      for (const fact of facts) {
        const count = met[fact.field === "title" || fact.field === "link" ? fact.field : "date"];
        const got = feed ? readValue(feed, fact) : null;
        const isMet = sameValue(fact, got);
        count[1] = (count[1] ?? 0) + 1;
        if (isMet) count[0] = (count[0] ?? 0) + 1;
        else
          options.log(
            `${name}: ${fact.of} ${fact.field}: expected ${JSON.stringify(fact.expected)}, read ${JSON.stringify(got)}`,
          );
      }
      if (!feed) options.log(`${name}: not read`);
      lines.push(JSON.stringify({ file: name, feed: feed && outlineOf(feed) }));
    }
    if (options.out) await writeFile(options.out, `${lines.join("\n")}\n`);
    const share = ([good = 0, all = 0]: number[]) => (all === 0 ? 1 : Math.round((good / all) * 10_000) / 10_000);
    const sorted = times.toSorted((a, b) => a - b);
    const figures: FeedsBenchFigures = {
      files: names.length,
      read,
      hangs: times.filter((ms) => ms > 1000).length,
      titles: share(met.title),
      links: share(met.link),
      dates: share(met.date),
      titlesExpected: met.title[1] ?? 0,
      linksExpected: met.link[1] ?? 0,
      datesExpected: met.date[1] ?? 0,
      p95Ms: Math.round((sorted[Math.floor(sorted.length * 0.95)] ?? 0) * 100) / 100,
    };
    return { figures, peers: { feedsmith: { read: readByFeedsmith } } };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function unpack(data: string, scratch: string): Promise<string> {
  const archive = data.endsWith(".tar.gz") ? data : join(data, "feeds.tar.gz");
  const exists = await stat(archive).catch(() => null);
  if (!exists) return data;
  execFileSync("tar", ["xzf", archive, "-C", scratch]);
  return scratch;
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function readValue(feed: Feed, { of, field }: Fact): string | null {
  const item = of === "feed" ? null : feed.items[of];
  if (of !== "feed" && !item) return null;
  if (field === "title") return item ? item.title : feed.title;
  if (field === "link") return item ? item.url : feed.link;
  if (!item) return feed.updatedAt;
  return field === "published" ? (item.publishedAt ?? item.updatedAt) : (item.updatedAt ?? item.publishedAt);
}

function sameValue({ field, expected }: Fact, got: string | null): boolean {
  if (field === "title")
    return (got ?? "") === expected.replace(/\s+/g, " ").trim() || (got ?? "") === htmlToText(expected);
  if (field === "link") return got === expected || (got !== null && URL.parse(got)?.href === URL.parse(expected)?.href);
  return got !== null && Date.parse(/[Z:]/.test(got) && !got.endsWith("Z") ? `${got}Z` : got) === Date.parse(expected);
}

function outlineOf(feed: Feed): object {
  return {
    format: feed.format,
    title: feed.title,
    link: feed.link,
    updated: feed.updatedAt,
    items: feed.items.map(({ title, url, publishedAt, updatedAt, summary }) => ({
      title,
      url,
      publishedAt,
      updatedAt,
      summary,
    })),
  };
}
