import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anOwner, invitedColleague } from "../security/people";
import { answerTo, ask, isAnswered, samplePath, upload } from "./library";

const windows = 8;
const dueQuestion = "When are tenders for the harbour records system due?";
const backupQuestion = "How long are backups kept?";

test.describe("several windows, and several people at once", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  let context: BrowserContext;
  let page: Page;
  let colleague: Page;
  let slug = "";

  test.beforeAll(async ({ browser }) => {
    ({ context, page, slug } = await anOwner(browser, "Harbour Bids"));
    context.setDefaultTimeout(90_000);
    colleague = await invitedColleague(browser, page, slug, "member");
    colleague.setDefaultTimeout(90_000);
  });
  test.afterAll(async () => {
    await colleague?.context().close();
    await context?.close();
  });

  test("eight windows of one browser hold one connection, and all hear what a colleague does, also when that window closes", async () => {
    const connections: string[] = [];
    context.on("request", (request) => {
      if (new URL(request.url()).pathname === "/api/live") connections.push(request.url());
    });
    const open = await Promise.all(Array.from({ length: windows }, () => context.newPage()));
    for (const one of open) await one.goto(`/${slug}/library`);
    const show = (text: string) =>
      Promise.all(
        open
          .filter((one) => !one.isClosed())
          .map((one) =>
            expect(one.getByRole("row").filter({ hasText: text }).filter({ hasText: "Ready" })).toBeVisible({
              timeout: 120_000,
            }),
          ),
      );
    await upload(colleague, slug, [samplePath("security"), samplePath("invitation")], 2);
    await show("Security");
    // The first page has held the connection; a lost one is made anew, nine would be one for each window.
    expect(connections.length).toBeLessThan(3);
    await page.goto("about:blank");
    await open[0]?.close();
    await upload(colleague, slug, samplePath("service"), 1);
    await show("Service and Support");
    await Promise.all(open.map((one) => one.close()));
  });

  test("a colleague's question in a shared conversation arrives by itself, and what is taken back closes for the other", async () => {
    await page.goto(`/${slug}/ask`);
    await isAnswered(await ask(page, dueQuestion));
    await page.getByRole("button", { name: "Share with the workspace" }).click();
    await expect(page.getByRole("button", { name: "Make private" })).toBeVisible();
    await colleague.goto(page.url());
    await isAnswered(answerTo(colleague, dueQuestion));
    await colleague.getByRole("textbox", { name: "Question" }).fill(backupQuestion);
    await colleague.getByRole("textbox", { name: "Question" }).press("Enter");
    // Nobody touches this window.
    await isAnswered(answerTo(page, backupQuestion));
    await expect(answerTo(page, backupQuestion)).toContainText("35 days");
    await page.getByRole("button", { name: "Make private" }).click();
    await expect(colleague.getByText("The conversation could not be opened.")).toBeVisible({ timeout: 90_000 });
    await expect(answerTo(colleague, dueQuestion)).toHaveCount(0);
    await expect(answerTo(page, dueQuestion)).toBeVisible();
  });

  test("whoever is cut off in mid-answer is told, and ends with the whole answer", async () => {
    await page.goto(`/${slug}/ask`);
    const question = "How long are backups of the service kept?";
    await ask(page, question);
    await context.setOffline(true);
    await expect(page.getByText(/offline/i).first()).toBeVisible({ timeout: 90_000 });
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    await context.setOffline(false);
    await isAnswered(answerTo(page, question));
    const told = await answerTo(page, question).locator("ol").first().innerText();
    await page.reload();
    await isAnswered(answerTo(page, question));
    expect(await answerTo(page, question).locator("ol").first().innerText()).toBe(told);
    expect(told).toContain("35 days");
  });
});
