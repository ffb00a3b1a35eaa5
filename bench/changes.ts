import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { getElementsByTagName } from "domutils";
import { parseDocument } from "htmlparser2";
import { assessCapture } from "@/server/crawling/health";
import { compareCaptures } from "@/server/evidence/changes";

interface Pair {
  doc: string;
  label: "noise" | "changed";
  kind?: "wording" | "link";
  before_html: string;
  after_html: string;
}

export interface ChangesBenchOptions {
  /** Folder with `pairs.json` and the captures it names, gzipped or not. */
  data: string;
  /** Where the verdicts go, a JSON line for each pair. */
  out?: string | undefined;
  log?: ((line: string) => void) | undefined;
}

/** The product's own path from two captures to a verdict: a capture that shows no page is never compared. */
export function benchChanges({ data, out, log = () => {} }: ChangesBenchOptions) {
  const pairs: Pair[] = JSON.parse(readFileSync(join(data, "pairs.json"), "utf8"));
  const verdicts = pairs.map((pair, index) => ({ index, ...judge(data, pair) }));
  if (out) writeFileSync(out, verdicts.map((verdict) => `${JSON.stringify(verdict)}\n`).join(""));
  const count = (of: string, isHit: (verdict: string) => boolean) => {
    const places = pairs.flatMap((pair, index) => ((pair.kind ?? pair.label) === of ? [index] : []));
    const hits = places.filter((index) => isHit(verdicts[index]?.verdict ?? "none"));
    for (const index of places.filter((place) => hits.includes(place) === (of === "noise"))) {
      const what = of === "noise" ? "false alarm" : `missed ${of}`;
      log(`${what}: ${index} ${pairs[index]?.doc}: ${verdicts[index]?.summary}`);
    }
    return [hits.length, places.length] as const;
  };
  const [wordingFound, wordingPairs] = count("wording", (verdict) => verdict === "wording");
  const [linkFound, linkPairs] = count("link", (verdict) => verdict !== "none");
  const [falseAlarms, noisePairs] = count("noise", (verdict) => verdict !== "none");
  return { figures: { wordingFound, linkFound, falseAlarms, wordingPairs, linkPairs, noisePairs }, peers: {} };
}

function judge(data: string, pair: Pair): { verdict: "none" | "link" | "wording"; summary: string } {
  const [before, after] = [readCapture(data, pair.before_html), readCapture(data, pair.after_html)];
  const first = assessCapture({ ...before, finalUrl: before.url, status: 200 });
  if (first.health !== "good") return { verdict: "none", summary: `Before: ${first.reason}` };
  const second = assessCapture(
    { ...after, finalUrl: after.url, status: 200 },
    { words: first.words, title: null, url: before.url },
  );
  if (second.health !== "good") return { verdict: "none", summary: `After: ${second.reason}` };
  const { verdict, summary } = compareCaptures(before, after);
  return { verdict: verdict === "form" ? "link" : verdict, summary };
}

/** The address of a capture is not recorded: it is the one that the page gives as its own. */
function readCapture(data: string, path: string): { html: string; url: string } {
  const bytes = readFileSync(join(data, path));
  const html = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const canonical = getElementsByTagName("link", parseDocument(html)).find((link) => link.attribs.rel === "canonical");
  return {
    html,
    url: URL.parse(canonical?.attribs.href ?? "", "https://page.invalid/")?.href ?? "https://page.invalid/",
  };
}
