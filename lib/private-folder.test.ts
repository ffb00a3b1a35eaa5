import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makePrivateFolder } from "./private-folder";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "outrider-folder-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("makes a folder with those above it, for its owner only, and leaves one that is there", () => {
  const folder = join(root, "a", "b", "c");
  makePrivateFolder(folder);
  makePrivateFolder(folder);
  for (const one of [folder, join(root, "a")]) expect(statSync(one).mode & 0o777).toBe(0o700);
});

test("names what stands in the way: a file in its place or above it", () => {
  writeFileSync(join(root, "file"), "");
  expect(() => makePrivateFolder(join(root, "file"))).toThrow(`${join(root, "file")} is a file, not a folder.`);
  expect(() => makePrivateFolder(join(root, "file", "in"))).toThrow(/cannot be made \(ENOTDIR\)/);
});

test.skipIf(!existsSync("/proc/self"))("ends where a file system takes no folders and says that none is there", () => {
  expect(() => makePrivateFolder("/proc/outrider/data")).toThrow(
    "The folder /proc/outrider/data cannot be made (ENOENT).",
  );
});
