import { readFileSync } from "node:fs";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anOwner, invitedColleague } from "../security/people";
import { allRead, answerTo, ask, drop, isAnswered, sampleName, samplePath, upload } from "./library";

const dueQuestion = "When are tenders for the harbour records system due?";
const backupQuestion = "How long are backups kept?";

test.describe("from files to an answer that shows its passage", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  let context: BrowserContext;
  let page: Page;
  let slug = "";
  let conversation = "";

  test.beforeAll(async ({ browser }) => {
    ({ context, page, slug } = await anOwner(browser, "Harbour Bids"));
    page.setDefaultTimeout(90_000);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  });
  test.afterAll(async () => {
    await context?.close();
  });

  test("files of five kinds are chosen or dropped, and each is read", async () => {
    const chosen = ["invitation", "serviceLevels", "notice", "questions", "security"] as const;
    await upload(page, slug, chosen.map(samplePath), chosen.length);
    await drop(page, samplePath("prices"));
    await allRead(page, chosen.length + 1);
    const table = page.getByRole("table", { name: "Documents" });
    await expect(table.getByRole("row").filter({ hasText: "Ready" })).toHaveCount(6, { timeout: 90_000 });
    for (const kind of ["PDF", "Word", "HTML", "Markdown", "CSV"]) {
      await expect(table.getByRole("cell", { name: kind, exact: true }).first()).toBeVisible();
    }
  });

  test("a searched phrase opens its passage, lit", async () => {
    await page.goto(`/${slug}/search`);
    await page.getByRole("searchbox", { name: "Search the library" }).fill("public liability insurance");
    const first = page.getByRole("region", { name: "Results" }).getByRole("listitem").first();
    await expect(first.locator("mark").first()).toBeVisible({ timeout: 90_000 });
    await expect(first).toContainText("at least 5 million pounds");
    await first.getByRole("link").click();
    await page.waitForURL(/rendition=.*start=/);
    const lit = page.locator("mark[data-passage]").filter({ hasText: "public liability insurance" });
    await expect(lit).toBeInViewport({ timeout: 90_000 });
  });

  test("an answer arrives by itself, opens the page of the PDF beside it, and Esc leads back", async () => {
    await page.goto(`/${slug}/ask`);
    const answer = await ask(page, dueQuestion);
    conversation = page.url();
    await expect(answer.getByRole("listitem").first()).toContainText("14 March 2031", { timeout: 90_000 });
    await isAnswered(answer);
    const chip = answer.getByRole("link", { name: /^Source \d+: .*Invitation to Tender/ }).first();
    await chip.hover();
    await expect(page.getByText("Tenders due", { exact: false }).last()).toBeVisible();
    await chip.click();
    const source = page.getByRole("region", { name: /^Source: .*Invitation to Tender/ });
    await expect(source.locator(".pdf-lit").first()).toBeInViewport({ timeout: 120_000 });
    await expect(source.locator(".pdf-text")).toContainText("Tenders due", { timeout: 120_000 });
    await expect(answer).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(source).toBeHidden();
    await expect(chip).toBeFocused();
    // What the reader came back to is not covered by the card of the passage.
    await expect(page.locator("[popover]:popover-open")).toHaveCount(0);
  });

  test("a reload in mid-answer and a second window end with the same answer", async () => {
    await page.goto(`/${slug}/ask`);
    const question = "Which insurance must bidders for the library network carry?";
    await ask(page, question);
    const [other] = await Promise.all([context.newPage(), page.reload()]);
    await other.goto(page.url());
    const told = [];
    for (const window of [page, other]) {
      await isAnswered(answerTo(window, question));
      told.push(await answerTo(window, question).locator("ol").first().innerText());
    }
    expect(told[0]).toContain("5 million pounds");
    expect(told[1]).toBe(told[0]);
    await other.close();
  });

  test("what the documents do not say is not made up", async () => {
    await page.goto(`/${slug}/ask`);
    const answer = await ask(page, "What is the name of the harbour master's dog?");
    await isAnswered(answer);
    await expect(answer.getByText(/The documents do not say this|^Uncertain:|^Check the sources:/)).toBeVisible();
  });

  test("a new version marks the answer with old and new words, and the old one still opens", async () => {
    await page.goto(`/${slug}/ask`);
    const answer = await ask(page, backupQuestion);
    await isAnswered(answer);
    await expect(answer.locator("ol").first()).toContainText("35 days");
    const asked = page.url();

    const old = readFileSync(samplePath("security"), "utf8");
    const buffer = Buffer.from(old.replace("kept for 35 days", "kept for 90 days"));
    await upload(page, slug, { name: sampleName("security"), mimeType: "text/markdown", buffer }, 1);
    await expect(page.getByText("New version")).toBeVisible();

    await page.goto(asked);
    const chip = answer.getByRole("link", { name: /^Source \d+: .*Security.*, (stale|contradicted)$/ }).first();
    await expect(chip).toBeVisible({ timeout: 120_000 });
    await expect(answer.getByText("A newer version of the document reads differently.").first()).toBeVisible();
    await expect(answer.getByRole("definition").filter({ hasText: "35 days" }).first()).toBeVisible();
    await expect(answer.getByRole("definition").filter({ hasText: "90 days" }).first()).toBeVisible();
    await chip.click();
    const source = page.getByRole("region", { name: /^Source: .*Security/ });
    await expect(source.getByText("This is version 1, and a newer one was added.")).toBeVisible();
    await expect(source.locator("mark[data-passage]").filter({ hasText: "35 days" })).toBeInViewport();
  });

  test("an answer is judged, copied and shared; a colleague reads it, another workspace does not", async ({
    browser,
  }) => {
    await page.goto(conversation);
    const answer = answerTo(page, dueQuestion);
    await answer.getByRole("button", { name: "Useful" }).click();
    await expect(answer.getByRole("button", { name: "Useful" })).toHaveAttribute("aria-pressed", "true");
    await answer.getByRole("button", { name: "Copy with sources" }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/14 March 2031[\s\S]*\[1\] .*Invitation to Tender/);
    await page.getByRole("button", { name: "Share with the workspace" }).click();
    await expect(page.getByRole("button", { name: "Make private" })).toBeVisible();

    const colleague = await invitedColleague(browser, page, slug, "viewer");
    await colleague.goto(conversation);
    await expect(answerTo(colleague, dueQuestion)).toContainText("14 March 2031", { timeout: 90_000 });
    await colleague.context().close();

    const stranger = await anOwner(browser, "Elsewhere");
    await stranger.page.goto(conversation);
    await expect(stranger.page.getByText("There is nothing at this address")).toBeVisible();
    await stranger.page.goto(`/${stranger.slug}/ask/${conversation.split("/").at(-1)}`);
    await expect(stranger.page.getByText("The conversation could not be opened.")).toBeVisible({ timeout: 90_000 });
    await expect(stranger.page.getByRole("link", { name: "Go to Ask" })).toBeVisible();
    await stranger.page.goto(`/${stranger.slug}/library`);
    await expect(stranger.page.getByText("Past answers, references and policies belong here")).toBeVisible();
    await stranger.page.goto(`/${stranger.slug}/search?q=insurance`);
    await expect(stranger.page.getByText("No passage matches.")).toBeVisible();
    await stranger.context.close();
  });
});
