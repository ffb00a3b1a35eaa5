import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";

const words = new Set([".md", ".html", ".txt", ".csv"]);
const dayMs = 86_400_000;

/** "{{day 24}}" becomes the date that lies 24 days ahead, so that the sample's deadlines are still to come whenever it is read. */
export function fillDays(text: string, now: Date): string {
  return text.replace(/\{\{day (-?\d+)\}\}/g, (_, days: string) =>
    new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
      new Date(now.getTime() + Number(days) * dayMs),
    ),
  );
}

/** Copies a folder of sample tenders, its dates counted from `now`. Returns the copy. */
export async function dateSampleTenders(from: string, to: string, now: Date): Promise<string> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length));
    if (entry.isDirectory()) await mkdir(target, { recursive: true });
    else if (words.has(extname(entry.name))) await writeFile(target, fillDays(await readFile(source, "utf8"), now));
    else await cp(source, target);
  }
  return to;
}
