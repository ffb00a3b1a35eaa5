import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readOrCreateSecretFile } from "./secret";

const folder = () => mkdtempSync(join(tmpdir(), "outrider-secret-"));

test("the secret is made once, is readable by its owner only and stays the same", () => {
  const path = join(folder(), "deep", "secret");
  const first = readOrCreateSecretFile(path);
  expect(first).toHaveLength(32);
  expect(readOrCreateSecretFile(path)).toEqual(first);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(path, ".."))).toEqual(["secret"]);
});

test("a damaged secret is reported, not replaced", () => {
  const path = join(folder(), "secret");
  writeFileSync(path, "half");
  expect(() => readOrCreateSecretFile(path)).toThrow(/damaged/);
});
