import { aWorkspace } from "@/drizzle/factories/context";
import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { createSource } from "../../create-source";
import { openSourceSession } from "../../credentials/source-session";
import { ensurePage } from "../../pages/find-page";
import { createSourceInput } from "../../schemas";
import { addToFrontier, claimFromFrontier } from "../frontier";
import { requestScan } from "../request-scan";
import { keyOf, type RunningScan } from "../running-scan";

export interface Met {
  ctx: WorkspaceContext;
  scan: RunningScan;
  entry: FrontierEntry;
  page: SourcePage;
}

/** An address that a run of a site has just taken from its frontier. */
export async function meetAddress(url: string): Promise<Met> {
  const ctx = await aWorkspace();
  const address = "https://harbour.example.com/";
  const source = await createSource(ctx, createSourceInput.parse({ url: address, kind: "site", scanNow: false }));
  const { id: runId } = await requestScan(ctx, source.id);
  const scan: RunningScan = {
    source,
    runId,
    session: await openSourceSession(ctx, source),
    looked: new Set(),
    restless: new Set(),
    received: { bytes: 0 },
    shownInVain: 0,
    signal: new AbortController().signal,
  };
  const key = keyOf(ctx, scan);
  return inWorkspace(ctx, async (tx) => {
    await addToFrontier(tx, key, [{ url, kind: "page", depth: 1 }], source.budget.pages);
    const entry = one(await claimFromFrontier(tx, key, 1, new Date()));
    const at = { workspaceId: key.workspaceId, sourceId: key.sourceId, urlHash: entry.urlHash, url, title: null };
    return { ctx, scan, entry, page: await ensurePage(tx, { ...at, kind: "page" }) };
  });
}
