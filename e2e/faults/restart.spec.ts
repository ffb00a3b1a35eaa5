import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { startApp } from "../../scripts/services/app.mjs";
import type { RecordedRequest, ScriptedReply } from "../fixtures/scripted-model/replies";
import { type ScriptedModel, startScriptedModel } from "../fixtures/scripted-model/server";
import { answerTo, ask, isAnswered } from "../journeys/library";
import { anOwner } from "../security/people";
import { unsoundRecords } from "../suite/sound-records";

type App = Awaited<ReturnType<typeof startApp>>;

const contract = `# Maintenance contract

The supplier answers a critical incident within 45 minutes, at any hour.

The contract runs for 36 months and can be extended once by 12 months.
`;
const answerFast = { text: "The supplier answers a critical incident within 45 minutes, at any hour.", citations: [1] };
const runTime = { text: "The contract runs for 36 months and can be extended once by 12 months.", citations: [1] };

test.describe("a server that is killed and started again while somebody looks on", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  const data = mkdtempSync(join(tmpdir(), "outrider-restart-"));
  let model: ScriptedModel;
  let app: App;
  let context: BrowserContext;
  let page: Page;
  let slug = "";

  const start = (port?: number) => {
    const env = { AI_MODEL: "compatible:scripted", AI_BASE_URL: model.baseUrl, AI_API_KEY: "sk-scripted" };
    return startApp({ env, data, ...(port ? { port } : {}) });
  };
  const killAndStart = async (meanwhile = () => {}) => {
    await app.kill();
    meanwhile();
    app = await start(Number(new URL(app.url).port));
  };
  const listOf = (question: string) => answerTo(page, question).locator("ol").first().getByRole("listitem");

  test.beforeAll(async ({ browser }) => {
    model = await startScriptedModel();
    app = await start();
    ({ context, page, slug } = await anOwner(browser, "Harbour Bids", { baseURL: app.url }));
    page.setDefaultTimeout(90_000);
    await page.goto(`/${slug}/library`);
    const file = { name: "contract.md", mimeType: "text/markdown", buffer: Buffer.from(contract) };
    await page.getByLabel("Files to upload").setInputFiles(file);
    await expect(page.getByRole("row").filter({ hasText: "Maintenance contract" })).toContainText("Ready", {
      timeout: 120_000,
    });
  });
  test.afterAll(async () => {
    await context?.close();
    await app?.stop();
    await model?.close();
    rmSync(data, { recursive: true, force: true });
  });

  test("the sentence that stood goes on to the whole answer, without a reload, and nothing is said twice", async () => {
    const begun = `${JSON.stringify({ elements: [answerFast] }).slice(0, -2)},{"text":"The contr`;
    model.otherwise(writing({ kind: "stall", text: begun, pings: true }));
    await page.goto(`/${slug}/ask`);
    const question = "How fast is an incident answered, and how long does the contract run?";
    await ask(page, question);
    await expect(listOf(question)).toHaveText([/45 minutes/], { timeout: 90_000 });
    await expect(answerTo(page, question).getByText("How this was found")).toHaveCount(0);
    const repeated = await watchForRepeats(page);
    await killAndStart(() => model.otherwise(writing({ kind: "json", value: { elements: [answerFast, runTime] } })));
    await isAnswered(answerTo(page, question));
    await expect(listOf(question)).toHaveText([/45 minutes/, /36 months/]);
    expect(await repeated()).toEqual({ isSamePage: true, twice: [] });
    await page.reload();
    await expect(listOf(question)).toHaveText([/45 minutes/, /36 months/]);
  });

  test("a question that was only just asked is answered after the restart, by rules as well", async () => {
    model.otherwise({ kind: "silent" });
    await page.goto(`/${slug}/ask`);
    const question = "For how many months does the contract run?";
    // A page that is still on its way when its server goes is the browser's own affair.
    await expect(await ask(page, question)).toBeVisible({ timeout: 90_000 });
    const repeated = await watchForRepeats(page);
    await killAndStart(() => model.otherwise({ kind: "status", status: 401 }));
    await isAnswered(answerTo(page, question));
    await expect(listOf(question).first()).toContainText("36 months");
    expect(await repeated()).toEqual({ isSamePage: true, twice: [] });
  });

  test("after all of that every record is sound", async () => {
    await app.end();
    expect(await unsoundRecords({ dataFolder: data })).toEqual([]);
  });
});

/** A model that plans sensibly, and writes what the test says. */
function writing(write: ScriptedReply) {
  return ({ json }: RecordedRequest): ScriptedReply => {
    switch (json?.response_format?.json_schema?.name) {
      case "ask_understand":
        return { kind: "status", status: 400 };
      case "ask_plan":
        return { kind: "json", value: { tasks: [] } };
      case "ask_reflect":
        return { kind: "json", value: { isEnough: true, missing: null, nextQuestion: null } };
      default:
        return write;
    }
  };
}

/** From now on every state of the page is looked at. Tells which sentences ever stood twice in one answer, and whether it is still the same page. */
async function watchForRepeats(page: Page) {
  await page.evaluate(() => {
    const twice = new Set<string>();
    const look = () => {
      for (const list of document.querySelectorAll("article ol")) {
        const told = [...list.children].map((line) => line.querySelector("span")?.textContent ?? "");
        for (const text of told) if (told.indexOf(text) !== told.lastIndexOf(text)) twice.add(text);
      }
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    Object.assign(window, { saidTwice: twice });
  });
  return () =>
    page.evaluate(() => {
      const { saidTwice } = window as { saidTwice?: Set<string> };
      return { isSamePage: saidTwice !== undefined, twice: [...(saidTwice ?? [])] };
    });
}
