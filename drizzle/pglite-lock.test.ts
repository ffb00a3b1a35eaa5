import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DatabaseLockedError, lockDatabaseFolder } from "./pglite-lock";

let root = "";
let folder = "";
let other: ChildProcess | undefined;
const lockFile = () => join(`${folder}.lock`, "outrider.lock");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "outrider-lock-"));
  folder = join(root, "records");
});
afterEach(() => {
  other?.kill("SIGKILL");
  other = undefined;
  rmSync(root, { recursive: true, force: true });
});

/** Another program that is running. */
function somebody(): number {
  other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  return other.pid ?? 0;
}

function leave(lock: string): void {
  mkdirSync(`${folder}.lock`, { recursive: true });
  writeFileSync(lockFile(), lock);
}

/** What a process writes into its lock, written for another one. */
function lockOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
}

test("a folder that a running process holds is refused, with the process and the folder named", () => {
  const pid = somebody();
  // As an earlier version wrote it: without the process's beginning.
  leave(String(pid));
  expect(() => lockDatabaseFolder(folder)).toThrow(DatabaseLockedError);
  expect(() => lockDatabaseFolder(folder)).toThrow(`The data folder ${folder} is in use by process ${pid}.`);
  expect(readFileSync(lockFile(), "utf8")).toBe(String(pid));
});

test.runIf(process.platform === "linux")("and so with its beginning beside its number", () => {
  const pid = somebody();
  leave(lockOf(pid));
  expect(() => lockDatabaseFolder(folder)).toThrow(DatabaseLockedError);
});

test("what a process left that was killed is taken over, and what is given back is free", () => {
  leave("999999999 1");
  const giveBack = lockDatabaseFolder(folder);
  expect(readFileSync(lockFile(), "utf8")).toMatch(new RegExp(`^${process.pid} `));
  giveBack();
  expect(existsSync(lockFile())).toBe(false);
  lockDatabaseFolder(folder)();
});

test.runIf(process.platform === "linux")(
  "a crash locks nobody out when another program has got the number since, as in a container that starts again",
  () => {
    leave(`${somebody()} 1`);
    lockDatabaseFolder(folder)();
  },
);

test("half a lock, and one of this very process, hold up nobody", () => {
  for (const left of ["", "not a number", String(process.pid)]) {
    leave(left);
    lockDatabaseFolder(folder)();
  }
});
