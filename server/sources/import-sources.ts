import { sourceIntervals, sourceKinds } from "@/lib/vocabulary/sources";
import { parseSourceList } from "@/server/crawling/source-lists";
import { authorize } from "@/server/platform/authorize";
import { AppError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { createSource } from "./create-source";
import { createSourceInput, type ImportSourcesOutput } from "./schemas";
import { defaultSchedule } from "./source-defaults";

/**
 * Adds the sources of an OPML or CSV list. An entry that names no kind is a feed in OPML, else a site; nothing is asked of the network
 * here: the first run tells what cannot be read. Lines that cannot be used come back with their reason.
 */
export async function importSources(
  ctx: WorkspaceContext,
  input: { text: string; fileName: string },
): Promise<ImportSourcesOutput> {
  authorize(ctx, "sources:manage");
  const { entries, problems } = parseSourceList(input.text, input.fileName);
  const result: ImportSourcesOutput = { created: [], existing: 0, problems: [...problems] };
  const isOpml = /\.(opml|xml)$/i.test(input.fileName);
  for (const entry of entries) {
    const kind = sourceKinds.find((known) => known === entry.kind) ?? (isOpml ? "feed" : "site");
    const every = sourceIntervals.find((known) => known === entry.every);
    const parsed = createSourceInput.safeParse({
      url: entry.url,
      kind,
      tags: entry.tags ?? [],
      ...(entry.title ? { name: entry.title.slice(0, 200) } : {}),
      ...(every ? { schedule: { ...defaultSchedule(kind), every } } : {}),
    });
    if (!parsed.success) {
      result.problems.push({
        line: entry.line,
        reason: `${entry.url}: ${parsed.error.issues[0]?.message ?? "not usable"}`,
      });
      continue;
    }
    try {
      const source = await createSource(ctx, parsed.data);
      result.created.push({ id: source.id, name: source.name, url: source.url });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "conflict") result.existing += 1;
      else result.problems.push({ line: entry.line, reason: `${entry.url}: ${error.message}` });
    }
  }
  return result;
}
