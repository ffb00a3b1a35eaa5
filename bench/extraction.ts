import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { decodeHtml } from "@/server/crawling/extraction/decode-html";
import { readPage } from "@/server/crawling/extraction/read-page";
import { percentile } from "./beir";
import { scoreBodies, scoreSnippets } from "./extraction-scores";

export interface ExtractionBenchOptions {
  /** Folder with `html/<key>.html` or `.html.gz`, and `ground-truth.json` (`articleBody`) or `snippets.json` (`with`, `without`). */
  data: string;
  /** Where `{key: {articleBody}}` goes. */
  out?: string | undefined;
}

/**
 * Main text of stored pages against what a person took from them. Times are of reading one decoded page, metadata and
 * links included.
 */
export async function benchExtraction({ data, out }: ExtractionBenchOptions) {
  const isSnippets = !existsSync(join(data, "ground-truth.json"));
  const truth = JSON.parse(readFileSync(join(data, isSnippets ? "snippets.json" : "ground-truth.json"), "utf8"));
  const files = new Map(readdirSync(join(data, "html")).map((name) => [name.replace(/\.html(?:\.gz)?$/, ""), name]));
  const answers: Record<string, { articleBody: string }> = {};
  const times: number[] = [];
  let articles = 0;
  const pages = Object.keys(truth).map((key) => {
    const file = files.get(key);
    if (!file) throw new Error(`${join(data, "html")} has no page "${key}".`);
    const bytes = readFileSync(join(data, "html", file));
    return { key, html: decodeHtml(file.endsWith(".gz") ? gunzipSync(bytes) : bytes, null).text };
  });
  // The first pages are read by cold code.
  for (const { html } of pages.slice(0, 100)) readPage(html, "https://example.com/");
  for (const { key, html } of pages) {
    const { page, ms } = timedRead(html, truth[key].url ?? "https://example.com/");
    times.push(ms);
    if (page.kind === "article") articles++;
    answers[key] = {
      articleBody: page.blocks
        .map((block) => block.cells?.map((cell) => cell.text).join(" ") ?? block.text)
        .join("\n\n"),
    };
  }
  if (out) writeFileSync(out, JSON.stringify(answers, null, 1));
  const score = isSnippets ? scoreSnippets(truth, answers) : scoreBodies(truth, answers);
  const figures = {
    ...score,
    articles,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    pages: pages.length,
  };
  return { figures, peers: {} };
}

/** The fastest of three readings, so that other work on the machine counts little. */
function timedRead(html: string, url: string) {
  let page = readPage(html, url);
  let ms = Number.POSITIVE_INFINITY;
  for (let reading = 0; reading < 3; reading++) {
    const startedAt = performance.now();
    page = readPage(html, url);
    ms = Math.min(ms, performance.now() - startedAt);
  }
  return { page, ms };
}
