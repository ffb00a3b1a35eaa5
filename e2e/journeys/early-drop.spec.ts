import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { anOwner } from "../security/people";
import { openAsleep } from "./asleep";
import { tenderZip } from "./opportunities/tender-package";

test.describe("a file let go before the page has woken", () => {
  test.describe.configure({ mode: "serial", timeout: 240_000 });
  let context: BrowserContext;
  let page: Page;
  let slug = "";

  test.beforeAll(async ({ browser }) => {
    ({ context, page, slug } = await anOwner(browser, "Early Bids"));
  });
  test.afterAll(async () => {
    await context?.close();
  });

  test("becomes an opportunity once the page is awake", async () => {
    expect(await dropWhileAsleep(page, `/${slug}/today`)).toBe("kept");
    await page.waitForURL(/\/opportunities\/[0-9a-f-]{36}/, { timeout: 90_000 });
  });

  test("goes where the page sends its files", async () => {
    expect(await dropWhileAsleep(page, `/${slug}/library`)).toBe("kept");
    await expect(page.getByText("1 of 1 files uploaded")).toBeVisible({ timeout: 120_000 });
    expect(new URL(page.url()).pathname).toBe(`/${slug}/library`);
  });
});

/** Lets go of a ZIP above a page that has not woken, and wakes it. "left": the browser would have shown the file instead. */
async function dropWhileAsleep(page: Page, path: string): Promise<"kept" | "left"> {
  const wake = await openAsleep(page, path);
  const { name, mimeType, buffer } = tenderZip();
  const outcome = await page.evaluate(
    ({ name, mimeType, base64 }) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type: mimeType }));
      const send = (type: string) =>
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      send("dragover");
      // Nobody who prevents the default: the browser opens the file in place of the page.
      return send("drop") ? ("left" as const) : ("kept" as const);
    },
    { name, mimeType, base64: buffer.toString("base64") },
  );
  await wake();
  return outcome;
}
