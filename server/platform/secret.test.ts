import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readOldSecrets, readOrCreateSecretFile } from "./secret";

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

test("a secret file that was put aside, or several joined, is read; one that is damaged is reported", () => {
  const path = join(folder(), "secret.old");
  expect(readOldSecrets(path)).toEqual([]);
  const [first, second] = ["a".repeat(64), "b".repeat(64)];
  writeFileSync(path, `${first}\n`);
  expect(readOldSecrets(path)).toEqual([Buffer.from(first, "hex")]);
  writeFileSync(path, `${first}\n${second}\n`);
  expect(readOldSecrets(path)).toEqual([Buffer.from(first, "hex"), Buffer.from(second, "hex")]);
  writeFileSync(path, `${first}\nhalf\n`);
  expect(() => readOldSecrets(path)).toThrow(/damaged/);
});
