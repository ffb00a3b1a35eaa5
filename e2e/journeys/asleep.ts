import type { Page } from "@playwright/test";

/** Opens a page whose scripts are held back until it is woken: what a slow line or a slow machine does to a page that can be seen already. */
export async function openAsleep(page: Page, path: string): Promise<() => Promise<void>> {
  let wake = () => {};
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await awake;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();
  return async () => {
    wake();
    await page.unrouteAll({ behavior: "wait" });
  };
}
