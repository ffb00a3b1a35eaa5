import { expect, type Page } from "@playwright/test";
import { tenderFiles } from "./tender-package";

/** Chooses the files of the sample package in the dialog of the list, and waits until they are an opportunity that was read. */
export async function importTender(page: Page, slug: string, files: ReturnType<typeof tenderFiles> = tenderFiles()) {
  await page.goto(`/${slug}/opportunities`);
  await page.getByLabel("Files to upload").setInputFiles(files);
  await page.waitForURL(/\/opportunities\/[0-9a-f-]{36}/);
  await isRead(page);
  return new URL(page.url()).pathname;
}

export async function isRead(page: Page) {
  const panel = page.getByRole("region", { name: "Reading the files" });
  await expect(panel.getByRole("heading", { name: "Read", exact: true })).toBeVisible({ timeout: 120_000 });
}

export function requirementOf(page: Page, words: string) {
  return page.getByRole("region", { name: "Requirements" }).getByRole("listitem").filter({ hasText: words });
}
