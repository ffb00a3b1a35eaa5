import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, ApiError } from "../api";
import { addPaths } from "./documents";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "outrider-add-"));
  for (const name of ["a.md", "b.md", "c.md"]) writeFileSync(join(folder, name), name);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A server that does not take b.md. */
function aServer(refusal: ApiError): Api {
  const version = { id: "s", status: "ready", pageCount: null, chunkCount: 1, failureReason: null };
  return {
    get: async <T>() => ({ versions: [version], latest: version }) as T,
    send: async () => {
      throw new Error("nothing is sent");
    },
    upload: async <T>(_: string, { path }: Record<string, string | undefined>) => {
      if (path?.endsWith("b.md")) throw refusal;
      return { documentId: "d", snapshotId: "s", outcome: "created" } as T;
    },
  };
}

test("a file that is not taken keeps its reason and holds up no other", async () => {
  const added = await addPaths(aServer(new ApiError("b.md is empty.", 400)), [folder]);
  expect(added.map(({ status, reason }) => [status, reason])).toEqual([
    ["ready", null],
    ["refused", "b.md is empty."],
    ["ready", null],
  ]);
});

test("what would meet every file ends the adding at once", async () => {
  await expect(addPaths(aServer(new ApiError("This API key is not valid.", 401)), [folder])).rejects.toThrow("API key");
});
