import type { Readable } from "node:stream";

/** Where files are kept. Keys are made by us (`storageKey`), never from a file's own name. */
export interface FileStorage {
  /** Stores the whole stream under `key`, or nothing; returns the bytes written. Writing a key again replaces it. */
  put(key: string, body: Readable | Uint8Array): Promise<number>;
  /** Opens the file, or `[start, end)` of its bytes. Throws NotFoundError. */
  get(key: string, range?: { start: number; end: number }): Promise<Readable>;
  exists(key: string): Promise<boolean>;
  /** Removing what is not there is no error. */
  delete(key: string): Promise<void>;
}

/** The key of a file's bytes: one folder per workspace, named by content, so that the same bytes are kept once. */
export function storageKey(workspaceId: string, sha256: string): string {
  return `workspaces/${workspaceId}/${sha256.slice(0, 2)}/${sha256}`;
}
