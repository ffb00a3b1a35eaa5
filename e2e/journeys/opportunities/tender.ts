import { expect, type Page } from "@playwright/test";
import { tenderFiles, type tenderZip } from "./tender-package";

/** Chooses the files of the sample package in the dialog of the list, and waits until they are an opportunity that was read. */
export async function importTender(page: Page, slug: string, files: ReturnType<typeof tenderFiles> = tenderFiles()) {
  await page.goto(`/${slug}/opportunities`);
  await page.getByLabel("Files to upload").setInputFiles(files);
  await page.waitForURL(/\/opportunities\/[0-9a-f-]{36}/);
  await isRead(page);
  return new URL(page.url()).pathname;
}

/** Drags a file over the window and lets it go once the page says what that will do. */
export async function dropOn(page: Page, file: ReturnType<typeof tenderZip>, says: string) {
  const dataTransfer = await page.evaluateHandle(
    ({ name, mimeType, base64 }) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
      return transfer;
    },
    { name: file.name, mimeType: file.mimeType, base64: file.buffer.toString("base64") },
  );
  const main = page.getByRole("main");
  const words = page.getByText(says, { exact: true });
  // A hand that drags says where it is again and again.
  await expect(async () => {
    await main.dispatchEvent("dragover", { dataTransfer });
    await expect(words).toBeVisible({ timeout: 500 });
  }).toPass();
  await main.dispatchEvent("drop", { dataTransfer });
  await expect(words).toBeHidden();
}

export async function isRead(page: Page) {
  const panel = page.getByRole("region", { name: "Reading the files" });
  await expect(panel.getByRole("heading", { name: "Read", exact: true })).toBeVisible({ timeout: 240_000 });
}

export function requirementOf(page: Page, words: string) {
  return page.getByRole("region", { name: "Requirements" }).getByRole("listitem").filter({ hasText: words });
}
