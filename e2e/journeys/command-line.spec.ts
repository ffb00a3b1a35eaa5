import { execFile } from "node:child_process";
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { expect, test } from "@playwright/test";
import { startApp } from "../../scripts/services/app.mjs";
import { samplePath } from "./library";

type App = Awaited<ReturnType<typeof startApp>>;

test.describe("the command line, against a server", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  const data = mkdtempSync(join(tmpdir(), "outrider-command-line-"));
  const owner = ["--email", "ana@example.com", "--password", "a long and private password", "--workspace", "Acme"];
  let app: App;
  let apiKey = "";

  /** Runs the program as a person does; what it printed, said beside it, and the code it ended with. */
  const outrider = (args: string[], key = apiKey): Promise<{ code: number; printed: string; said: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, OUTRIDER_URL: app.url, OUTRIDER_API_KEY: key, OUTRIDER_DATA: data };
      execFile(process.execPath, ["dist/cli.mjs", ...args], { env, timeout: 180_000 }, (error, printed, said) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, printed, said }),
      );
    });
  const json = async (...args: string[]) => {
    const { code, printed, said } = await outrider([...args, "--json"]);
    expect(code, said).toBe(0);
    return JSON.parse(printed);
  };

  test.beforeAll(async () => {
    app = await startApp({ data });
  });
  test.afterAll(async () => {
    await app?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  test("init takes the set-up token of the data folder once, and hands out a key that works", async () => {
    const guessed = await outrider(["init", ...owner, "--setup-token", "guessed"], "");
    expect(guessed).toMatchObject({ code: 1, printed: "" });
    expect(guessed.said).toMatch(/token/i);
    const made = await outrider(["init", ...owner, "--json"], "");
    expect(made.said).toBe("");
    const { apiKey: key, url } = JSON.parse(made.printed);
    expect(url).toBe(`${app.url}/acme`);
    expect(key).toMatch(/^ork_/);
    apiKey = key;
    expect(await json("documents", "list")).toMatchObject({ documents: [] });
    expect(await outrider(["init", ...owner], "")).toMatchObject({ code: 1, said: /set up|set-up/ });
    expect(await outrider(["documents", "list"], "ork_nothing")).toMatchObject({ code: 1, said: /OUTRIDER_API_KEY/ });
  });

  test("ask prints sentences with their sources, goes on in a conversation, and says what the documents do not", async () => {
    await json("documents", "add", samplePath("security"), samplePath("invitation"));
    const { code, printed } = await outrider(["ask", "How long are backups kept?"]);
    expect(code).toBe(0);
    expect(printed).toMatch(/35 days[^\n]*\[1\]/);
    expect(printed).toMatch(/^\[1\] .*Security\.md: "[^"]*35 days/m);
    expect(printed).toMatch(/Confidence \d+%\./);
    const first = await json("ask", "When are tenders for the harbour records system due?");
    expect(first).toMatchObject({ status: "answered", abstained: false, engine: "extractive" });
    expect(first.answer).toContain("14 March 2031");
    expect(first.citations[0].quote).toContain("14 March 2031");
    const then = await json("ask", "And how long are backups kept?", "--conversation", first.conversationId);
    expect(then.conversationId).toBe(first.conversationId);
    expect((await outrider(["ask", "What is the name of the harbour master's dog?"])).printed).toMatch(
      /The documents do not say|Confidence [0-9]%|Confidence [1-4]\d%/,
    );
    const elsewhere = await outrider(["ask", "Why?", "--conversation", "00000000-0000-4000-8000-000000000000"]);
    expect(elsewhere).toMatchObject({ code: 1, printed: "" });
    expect(elsewhere.said).not.toBe("");
  });

  test("jobs lists what ran, and runs again what gave up", async () => {
    const { jobs } = await json("jobs", "list", "--status", "completed", "--limit", "200");
    expect(jobs.map(({ functionId }: { functionId: string }) => functionId)).toEqual(
      expect.arrayContaining([expect.stringContaining("read-snapshot"), expect.stringContaining("answer-query")]),
    );
    expect((await json("jobs", "dead-letters")).deadLetters).toEqual([]);
    await loseFilesBeforeTheyAreRead();
    const letters = async () => (await json("jobs", "dead-letters")).deadLetters;
    await expect.poll(async () => (await letters()).length, { timeout: 180_000 }).toBeGreaterThan(0);
    renameSync(join(data, "lost"), join(data, "files"));
    for (const { id, functionId, reason } of await letters()) {
      expect(functionId).toContain("read-snapshot");
      expect(reason).not.toBe("");
      expect((await outrider(["jobs", "retry", id])).printed).toMatch(/^Runs again as \S+\.\n$/);
    }
    await expect
      .poll(
        async () => {
          const { documents } = await json("documents", "list", "--limit", "100");
          return documents.filter(({ latest }: { latest: { status: string } }) => latest.status !== "ready").length;
        },
        { timeout: 180_000 },
      )
      .toBe(0);
    for (const letter of await letters()) expect(letter.replayedAt).not.toBeNull();
    const unknown = await outrider(["jobs", "retry", "00000000-0000-4000-8000-000000000000"]);
    expect(unknown).toMatchObject({ code: 1, printed: "" });
  });

  test("audit verify tells a whole trail from one that was changed", async () => {
    expect(await outrider(["audit", "verify"])).toMatchObject({ code: 0, printed: "The audit trail is whole.\n" });
    await app.stop();
    const records = await PGlite.create(join(data, "db"));
    const { affectedRows } = await records.query("update audit_events set action = 'test.other' where seq = 1");
    expect(affectedRows).toBeGreaterThan(0);
    await records.close();
    app = await startApp({ data });
    expect(await outrider(["audit", "verify"])).toMatchObject({
      code: 1,
      printed: "The audit trail was tampered with.\n",
    });
    expect((await outrider(["audit", "verify", "--json"])).code).toBe(1);
  });

  /** The server dies while files wait for their reading, and starts again without what was stored of them. */
  async function loseFilesBeforeTheyAreRead() {
    const send = (n: number) =>
      fetch(`${app.url}/api/v1/uploads?path=lost/${n}.md`, {
        method: "POST",
        headers: { authorization: `Bearer ${apiKey}` },
        body: `# Number ${n}\n\nThe lighthouse ${n} is repainted in May.\n`,
      });
    await Promise.all(Array.from({ length: 24 }, (_none, n) => send(n)));
    await app.kill();
    renameSync(join(data, "files"), join(data, "lost"));
    app = await startApp({ data });
  }
});
