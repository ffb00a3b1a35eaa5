import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { readEforms } from "@/server/opportunities/notices/eforms/read-eforms";
import type { NoticeFacts, NoticeReading } from "@/server/opportunities/notices/notice-facts";
import { readNoticeFile } from "@/server/opportunities/notices/read-notice-file";

interface Count {
  total: number;
  read: number;
  refused: number;
}

export interface NoticesBenchFigures {
  ocds: Count;
  sam: Count;
  ted: Count;
  /** Of the files whose names begin with INVALID_, as the eForms SDK names those that break its rules. */
  eforms: Count & { invalid: number; invalidRefused: number; validRead: number };
  /** Share of the notices read that have each fact. */
  filled: Record<string, number>;
  p95Ms: number;
}

const counted = ["title", "buyer", "reference", "publishedAt", "value", "place", "country", "summary", "url"] as const;

/** Reads every notice in a folder, a file or an archive: OCDS (JSON, one a line), answers of SAM.gov and TED, eForms (XML). */
export async function benchNotices(options: {
  data: string;
  out?: string;
  log: (line: string) => void;
}): Promise<NoticesBenchFigures> {
  const scratch = await mkdtemp(join(tmpdir(), "outrider-notices-"));
  try {
    const files = await filesIn(options.data, scratch);
    if (files.length === 0) throw new Error(`There are no notices in ${options.data}.`);
    const empty = () => ({ total: 0, read: 0, refused: 0 });
    const figures = {
      ocds: empty(),
      sam: empty(),
      ted: empty(),
      eforms: { ...empty(), invalid: 0, invalidRefused: 0, validRead: 0 },
    };
    const lines: string[] = [];
    const times: number[] = [];
    const all: NoticeFacts[] = [];
    const changed = await changedNotices(files);
    for (const file of files) {
      const text = await readFile(file, "utf8");
      const started = performance.now();
      const reading = text.trimStart().startsWith("<") ? readXmlFile(text, changed) : readNoticeFile(text);
      times.push((performance.now() - started) / Math.max(1, reading.notices.length));
      const isOther = reading.refused[0]?.reason.startsWith("It is no eForms notice") ?? false;
      const kind = text.trimStart().startsWith("<") ? (isOther ? null : "eforms") : schemeOf(reading);
      if (kind === null) {
        options.log(`${basename(file)} holds no notices: ${reading.refused[0]?.reason ?? ""}`);
        continue;
      }
      add(figures[kind], reading);
      if (kind === "eforms") {
        const isInvalid = basename(file).startsWith("INVALID_");
        if (isInvalid) figures.eforms.invalid += 1;
        if (isInvalid && reading.notices.length === 0) figures.eforms.invalidRefused += 1;
        if (!isInvalid && reading.notices.length > 0) figures.eforms.validRead += 1;
      }
      all.push(...reading.notices);
      for (const facts of reading.notices) lines.push(JSON.stringify({ file: basename(file), facts }));
      for (const refused of reading.refused) lines.push(JSON.stringify({ file: basename(file), refused }));
    }
    if (options.out) await writeFile(options.out, `${lines.join("\n")}\n`);
    const share = (has: (one: NoticeFacts) => boolean) =>
      round(all.length === 0 ? 0 : all.filter(has).length / all.length);
    const filled = Object.fromEntries(counted.map((name) => [name, share((one) => one[name] !== null)]));
    filled.submission = share(({ deadlines }) => deadlines.some(({ kind }) => kind === "submission"));
    filled.categories = share(({ categories }) => categories.length > 0);
    times.sort((one, other) => one - other);
    return { ...figures, filled, p95Ms: round(times[Math.floor(times.length * 0.95)] ?? 0) };
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** A correction is judged beside the notice that it corrects, as a workspace that has both would. */
function readXmlFile(text: string, others: ReadonlyMap<string, string>): NoticeReading {
  const id = /ChangedNoticeIdentifier>\s*([^<\s]+)/.exec(text)?.[1];
  const corrected = id ? others.get(id) : undefined;
  if (!corrected) return readEforms(text);
  const { notices, refused } = readEforms([corrected, text]);
  const own = keyOf(text);
  return {
    notices: notices.filter(({ key }) => key === own),
    refused: refused.filter(({ key }) => key === own || key === null),
  };
}

async function changedNotices(files: readonly string[]): Promise<Map<string, string>> {
  const byKey = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith(".xml"))) {
    const text = await readFile(file, "utf8");
    const key = keyOf(text);
    if (key && !basename(file).startsWith("INVALID_")) byKey.set(key, text);
  }
  return byKey;
}

function keyOf(text: string): string | null {
  const id = /<cbc:ID schemeName="notice-id">\s*([^<\s]+)/.exec(text)?.[1];
  return id ? `${id}-${/<cbc:VersionID>\s*([^<\s]+)/.exec(text)?.[1] ?? "01"}` : null;
}

function schemeOf({ notices, refused }: NoticeReading): "ocds" | "sam" | "ted" | null {
  const scheme = notices[0]?.scheme;
  if (scheme === "ocds" || scheme === "sam" || scheme === "ted") return scheme;
  return refused.some(({ key }) => key !== null) ? "ocds" : null;
}

function add(count: Count, { notices, refused }: NoticeReading): void {
  count.read += notices.length;
  count.refused += refused.length;
  count.total += notices.length + refused.length;
}

async function filesIn(path: string, scratch: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return unpacked(path, scratch);
  const names = (await readdir(path, { recursive: true })).sort();
  const all = names.filter((name) => /\.(?:xml|json|jsonl|tar\.gz|tgz)$/.test(name));
  // A folder of many kinds of data names those of notices after their format.
  const named = all.filter((name) => /^(?:ocds|sam|ted|eforms)\b[^/]*\//.test(name));
  const wanted = named.length > 0 ? named : all;
  return (await Promise.all(wanted.map((name) => unpacked(join(path, name), scratch)))).flat();
}

async function unpacked(file: string, scratch: string): Promise<string[]> {
  if (!/\.(?:tar\.gz|tgz)$/.test(file)) return [file];
  const folder = await mkdtemp(join(scratch, "archive-"));
  execFileSync("tar", ["xzf", file, "-C", folder]);
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.(?:xml|json|jsonl)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
