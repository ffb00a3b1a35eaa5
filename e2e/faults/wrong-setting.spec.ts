import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

/** Starts a server that should not start; what it says, and the code it ends with. */
function startWith(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, PORT: "0", ...settings },
    timeout: 60_000,
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}

test("a server whose settings or records are not right says so, and ends instead of answering with errors", async () => {
  test.setTimeout(150_000);
  const folder = mkdtempSync(join(tmpdir(), "outrider-wrong-"));
  try {
    const misspelt = await startWith({ OUTRIDER_DATA: folder, DATABASE_URL: "", OUTRIDER_LOG_LEVEL: "loud" });
    expect(misspelt.said).toContain("Outrider cannot start");
    expect(misspelt.said).toContain("OUTRIDER_LOG_LEVEL");
    expect(misspelt.code).toBe(1);
    // Nothing listens there.
    const absent = await startWith({ OUTRIDER_DATA: folder, DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
    expect(absent.said).toContain("Outrider cannot start");
    expect(absent.code).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
