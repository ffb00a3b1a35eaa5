import type { FetchedPage } from "@/server/crawling/fetching";
import { NotFoundError } from "@/server/platform/errors";
import { fileStorage } from "@/server/platform/ports";

/** Where a page lies between its arrival and its transaction. */
export interface SpoolKey {
  workspaceId: string;
  runId: string;
  urlHash: string;
  rung: "http" | "browser";
}

type Head = Omit<FetchedPage, "body" | "text" | "screenshot"> & { bodyLength: number; textLength: number | null };

/**
 * Keeps a page that has arrived until what came of it has been committed, so that a process that dies in between does not make us ask the
 * site again. One file: length of the head, head as JSON, then body, decoded text and picture.
 */
export async function spoolPage(key: SpoolKey, page: FetchedPage): Promise<void> {
  const { body, text, screenshot, ...rest } = page;
  const textBytes = text === null ? null : Buffer.from(text, "utf8");
  const head: Head = { ...rest, bodyLength: body.byteLength, textLength: textBytes?.byteLength ?? null };
  const headBytes = Buffer.from(JSON.stringify(head), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(headBytes.byteLength);
  await fileStorage().put(
    pathOf(key),
    Buffer.concat([length, headBytes, body, textBytes ?? Buffer.alloc(0), screenshot ?? Buffer.alloc(0)]),
  );
}

/** The page that a process left behind; null when it had not arrived. */
export async function findSpooledPage(key: SpoolKey): Promise<FetchedPage | null> {
  let bytes: Buffer;
  try {
    const parts: Buffer[] = [];
    for await (const part of await fileStorage().get(pathOf(key))) parts.push(Buffer.from(part));
    bytes = Buffer.concat(parts);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
  const headEnd = 4 + bytes.readUInt32BE(0);
  const { bodyLength, textLength, ...rest } = JSON.parse(bytes.toString("utf8", 4, headEnd)) as Head;
  const bodyEnd = headEnd + bodyLength;
  const textEnd = bodyEnd + (textLength ?? 0);
  return {
    ...rest,
    fetchedAt: new Date(rest.fetchedAt),
    body: bytes.subarray(headEnd, bodyEnd),
    text: textLength === null ? null : bytes.toString("utf8", bodyEnd, textEnd),
    ...(textEnd < bytes.byteLength ? { screenshot: bytes.subarray(textEnd) } : {}),
  };
}

export async function forgetSpooledPage(key: SpoolKey): Promise<void> {
  await fileStorage().delete(pathOf(key));
}

function pathOf({ workspaceId, runId, urlHash, rung }: SpoolKey): string {
  return `workspaces/${workspaceId}/runs/${runId}/${urlHash}-${rung}`;
}
