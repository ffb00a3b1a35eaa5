import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export interface Screen {
  name: string;
  path: string;
  /** What is there once the screen has what it shows. */
  shows: (page: Page) => ReturnType<Page["locator"]>;
}

/** The screen shows what it is for, fits its width, and axe finds nothing serious; a picture of it is kept. */
export async function isSound(page: Page, screen: Screen, picture: string) {
  await expect.soft(screen.shows(page), `${picture} shows what it is for`).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("status", { name: /^(Loading|Opening)/ })).toHaveCount(0, { timeout: 30_000 });
  await page.screenshot({ path: `e2e/screenshots/${picture}.png`, fullPage: true });
  expect.soft(await sideways(page), `${picture} scrolls sideways`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const found = serious.map(({ id, nodes }) => `${picture}: ${id} ${nodes.map(({ html }) => html).join(" ")}`);
  expect.soft(found).toEqual([]);
}

export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
