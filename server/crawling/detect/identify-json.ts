import { isJsonFeed, parseFeed, readDate } from "../feeds";
import { readJobBoard } from "../job-boards";
import { type Finding, type PreviewItem, previewOf } from "./detected-source";

/** JSON that says itself what it is: feeds, OCDS packages, answers of SAM.gov and TED, job boards. Null for other JSON. */
export function identifyJson(text: string, url: string): Finding | null {
  const json = parseJson(text);
  if (json === undefined) return null;
  return identifyPublicNotices(json, url) ?? identifyJobs(json, url) ?? identifyJsonFeed(json, text, url);
}

/** Formats in which public bodies publish what they buy; each by the names that its standard requires. */
function identifyPublicNotices(json: unknown, url: string): Finding | null {
  return identifyOcds(json, url) ?? identifySam(json, url) ?? identifyTed(json, url);
}

/** Open Contracting Data Standard 1.x: release package, record package, a bare release or record, or a list of them. */
function identifyOcds(json: unknown, url: string): Finding | null {
  const pack = asObject(json);
  const list = [pack?.releases, pack?.records, json, [json]].find(
    (candidate) =>
      Array.isArray(candidate) && candidate.slice(0, 5).some((item) => typeof asObject(item)?.ocid === "string"),
  );
  const isEmptyPackage =
    pack &&
    typeof pack.uri === "string" &&
    pack.publisher !== undefined &&
    [pack.releases, pack.records].some(isEmptyArray);
  if (!Array.isArray(list) && !isEmptyPackage) return null;
  const found = objectsIn(list);
  const what = pack && Array.isArray(pack.records) ? "records" : "releases";
  return {
    kind: "ocds",
    title: textOf(asObject(pack?.publisher)?.name),
    url,
    confidence: 0.99,
    reason: `It holds ${found.length} OCDS ${what}, the open standard for public contracts.`,
    preview: previewOf(found.map(ocdsItem)),
  };
}

function ocdsItem(item: Record<string, unknown>): PreviewItem {
  const releases = Array.isArray(item.releases) ? item.releases : [];
  const release = asObject(item.compiledRelease) ?? asObject(releases.at(-1)) ?? item;
  const title =
    textOf(asObject(release.tender)?.title) ??
    textOf(asObject(asObject(release.planning)?.budget)?.project) ??
    textOf(item.ocid);
  return { title: title ?? "", url: address(release.url) ?? address(item.uri), date: readDate(textOf(release.date)) };
}

/** SAM.gov Get Opportunities Public API, version 2. */
function identifySam(json: unknown, url: string): Finding | null {
  const answer = asObject(json);
  if (!Array.isArray(answer?.opportunitiesData)) return null;
  const notices = objectsIn(answer.opportunitiesData);
  const total = typeof answer.totalRecords === "number" ? answer.totalRecords : notices.length;
  return {
    kind: "sam",
    title: "SAM.gov contract opportunities",
    url: withoutKey(url),
    confidence: 0.99,
    reason: `It is an answer of SAM.gov's opportunities API with ${notices.length} of ${total} notices.`,
    preview: previewOf(
      notices.map((notice) => ({
        title: textOf(notice.title) ?? textOf(notice.solicitationNumber) ?? "",
        url: address(notice.uiLink),
        date: readDate(textOf(notice.postedDate)),
      })),
      total,
    ),
  };
}

/** TED Search API, version 3. */
function identifyTed(json: unknown, url: string): Finding | null {
  const answer = asObject(json);
  if (!Array.isArray(answer?.notices)) return null;
  const notices = objectsIn(answer.notices);
  const isTed = notices.some((notice) => typeof notice["publication-number"] === "string");
  if (!isTed && !(notices.length === 0 && typeof answer.totalNoticeCount === "number")) return null;
  const total = typeof answer.totalNoticeCount === "number" ? answer.totalNoticeCount : notices.length;
  return {
    kind: "ted",
    title: "TED, tenders of the European Union",
    url,
    confidence: 0.99,
    reason: `It is an answer of TED's search API with ${notices.length} of ${total} notices.`,
    preview: previewOf(
      notices.map((notice) => {
        const links = asObject(asObject(notice.links)?.html);
        return {
          title: inEnglish(notice["notice-title"]) ?? textOf(notice["publication-number"]) ?? "",
          url: address(inEnglish(links)),
          date: readDate(textOf(notice["publication-date"])),
        };
      }),
      total,
    ),
  };
}

function identifyJobs(json: unknown, url: string): Finding | null {
  const board = readJobBoard(json, url);
  if (!board) return null;
  const names = { greenhouse: "Greenhouse", lever: "Lever", ashby: "Ashby" };
  return {
    kind: "jobs",
    title: board.company ? `Jobs at ${board.company}` : "Jobs",
    url,
    confidence: 0.98,
    reason: `It is a job board of ${names[board.platform]} with ${board.jobs.length} open jobs.`,
    preview: previewOf(board.jobs.map(({ title, url, updatedAt }) => ({ title, url, date: updatedAt }))),
  };
}

function identifyJsonFeed(json: unknown, text: string, url: string): Finding | null {
  return isJsonFeed(json) ? feedFinding(parseFeed(text, { url }), url) : null;
}

export function feedFinding(feed: ReturnType<typeof parseFeed>, url: string): Finding {
  const names = {
    rss: "an RSS feed",
    rdf: "an RSS 1.0 feed",
    atom: "an Atom feed",
    cdf: "a CDF channel",
    json: "a JSON feed",
  };
  return {
    kind: "feed",
    title: feed.title,
    url,
    confidence: 0.99,
    reason: `It is ${names[feed.format]} with ${feed.items.length} items.`,
    preview: previewOf(
      feed.items.map((item) => ({
        title: item.title ?? item.text.slice(0, 120),
        url: item.url,
        date: item.publishedAt ?? item.updatedAt,
      })),
    ),
  };
}

/** One object a line is how large sets are published; the first lines tell. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = text.split("\n", 200).filter((line) => line.trim() !== "");
    try {
      return lines.length > 1 ? lines.slice(0, 100).map((line) => JSON.parse(line) as unknown) : undefined;
    } catch {
      return undefined;
    }
  }
}

/** A key in the address is the reader's own and belongs into the credentials, not into what is kept and shown. */
function withoutKey(url: string): string {
  const address = URL.parse(url);
  if (!address) return url;
  for (const name of [...address.searchParams.keys()]) if (/^api_?key$/i.test(name)) address.searchParams.delete(name);
  return address.href;
}

/** A text by language: English, else the first; lists give their first. */
function inEnglish(value: unknown): string | null {
  const texts = asObject(value);
  const chosen = texts ? (texts.eng ?? texts.ENG ?? texts.en ?? Object.values(texts)[0]) : value;
  return textOf(Array.isArray(chosen) ? chosen[0] : chosen);
}

function address(value: unknown): string | null {
  const url = typeof value === "string" ? URL.parse(value) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.replace(/\s+/g, " ").trim() : null;
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(asObject).filter((item) => item !== null) : [];
}

function isEmptyArray(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
