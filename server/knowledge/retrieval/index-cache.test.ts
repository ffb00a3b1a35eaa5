import { beforeEach, expect, test } from "vitest";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { cached, clearIndexCache } from "./index-cache";

const aContext = (id: string): WorkspaceContext => ({
  workspace: { id, slug: id, name: id },
  actor: { kind: "user", userId: "u", sessionId: "s" },
  role: "viewer",
  requestId: "r",
});
beforeEach(clearIndexCache);

function ask(workspace: string, scope: string, stamp: string, value: string, staleMs?: number) {
  return cached(aContext(workspace), {
    kind: "k",
    scope,
    stamp,
    load: async () => value,
    sizeOf: () => 1,
    ...(staleMs ? { staleMs } : {}),
  });
}

test("workspaces and permission scopes never share a value", async () => {
  expect(await ask("a", "all", "1", "a's")).toBe("a's");
  expect(await ask("a", "all", "1", "again")).toBe("a's");
  expect(await ask("b", "all", "1", "b's")).toBe("b's");
  expect(await ask("a", "some", "1", "less")).toBe("less");
});

test("another state of the index is read again, unless an older one is allowed", async () => {
  await ask("a", "", "1", "old");
  expect(await ask("a", "", "2", "new", 60_000)).toBe("old");
  expect(await ask("a", "", "2", "new")).toBe("new");
});

test("no workspace can name another's key", async () => {
  await ask("a", 'x","k","', "1", "a's");
  expect(await ask('a","k","x', "", "1", "own")).toBe("own");
});
