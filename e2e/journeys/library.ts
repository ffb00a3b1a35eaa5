import { basename, join, resolve } from "node:path";
import { expect, type Page } from "@playwright/test";

const samples = {
  invitation: "tenders/harbour-records/Invitation to Tender.pdf",
  serviceLevels: "tenders/harbour-records/Attachment A - Service Levels.docx",
  notice: "tenders/library-network/Tender Notice.html",
  questions: "tenders/library-network/Questions and Answers.md",
  prices: "tenders/clinic-scheduling/Price Schedule.csv",
  security: "past-answers/Security.md",
  service: "past-answers/Service and Support.md",
};

export type Sample = keyof typeof samples;

export function samplePath(sample: Sample): string {
  return join("sample", samples[sample]);
}

export function sampleName(sample: Sample): string {
  return basename(samples[sample]);
}

/** Chooses files in the dialog of the library page and waits until each was read. */
export async function upload(
  page: Page,
  slug: string,
  files: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0],
  count: number,
) {
  await page.goto(`/${slug}/library`);
  await page.getByLabel("Files to upload").setInputFiles(files);
  await allRead(page, count);
}

/** Drops a file or a folder of this machine onto the window, as from the desktop. */
export async function drop(page: Page, path: string) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [resolve(path)], dragOperationsMask: 1 };
  const move = (type: "dragEnter" | "dragOver" | "drop") =>
    session.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
  // A page that has not woken yet says nothing, and the words go away where nothing moves any more.
  await expect(async () => {
    await move("dragEnter");
    await move("dragOver");
    await expect(page.getByText("Drop to add to the library")).toBeVisible({ timeout: 700 });
  }).toPass({ timeout: 90_000 });
  await move("drop");
  await session.detach();
}

/** So many files of the upload panel are stored and read. */
export async function allRead(page: Page, count: number) {
  await expect(page.getByText(`${count} of ${count} files uploaded`)).toBeVisible({ timeout: 120_000 });
  const rows = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: /^Open / }) });
  await expect(rows.filter({ hasText: "Ready" })).toHaveCount(count, { timeout: 90_000 });
}

/** Asks in the box of the page; the answer is the card with the question as its name. */
export async function ask(page: Page, question: string) {
  await page.getByRole("textbox", { name: "Question" }).fill(question);
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.waitForURL(/\/ask\/[0-9a-f-]{36}/, { timeout: 90_000 });
  return answerTo(page, question);
}

export function answerTo(page: Page, question: string) {
  return page.getByRole("article", { name: question });
}

/** An answer is over when it says how it was found. */
export async function isAnswered(answer: ReturnType<typeof answerTo>) {
  await expect(answer.getByText("How this was found")).toBeVisible({ timeout: 90_000 });
}
