import type { Page } from "playwright-core";

const mostTabs = 8;
const pressMs = 2_000;

/** Tabs that are no links, and how many of them there are whose panels do not exist until they are chosen. */
const countTabs = `(() => {
  const tabs = [...document.querySelectorAll("[role=tablist] [role=tab]:not(a[href])")];
  const hasPanel = (tab) => {
    const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
    return tab.getAttribute("aria-selected") === "true" || (panel !== null && panel.textContent.trim() !== "");
  };
  return tabs.length < 2 || tabs.every(hasPanel) ? [0, 0] : [tabs.length, Math.max(0, tabs.findIndex((one) => one.getAttribute("aria-selected") === "true"))];
})()`;
// Under the name of its tab, lest it belong to the last heading of the panel before it.
const keepPanel = `(() => {
  const kept = (globalThis.__outriderPanels ??= new Map());
  const panels = [...document.querySelectorAll("[role=tabpanel]")].filter((one) => one.checkVisibility?.() ?? true);
  const heading = document.createElement("h2");
  heading.textContent = document.querySelector("[role=tab][aria-selected=true]")?.textContent.trim() ?? "";
  for (const panel of panels) {
    const section = document.createElement("section");
    section.append(...(heading.textContent ? [heading.cloneNode(true)] : []), panel.cloneNode(true));
    kept.set(panel.textContent.trim(), section);
  }
})()`;
const showPanels = `(() => {
  const kept = globalThis.__outriderPanels ?? new Map();
  const panels = [...document.querySelectorAll("[role=tabpanel]")];
  for (const panel of panels) kept.delete(panel.textContent.trim());
  const [last] = panels.slice(-1);
  last?.after(...[...kept].filter(([text]) => text !== "").map(([, section]) => section));
})()`;

/**
 * What an application draws only for the tab that is chosen stands below the panel of the first at the end: every tab is chosen once, then the
 * first again. Tabs with addresses of their own are pages, and panels that only hide are there already.
 */
export async function showTabs(page: Page, rest: () => Promise<void>, leftMs: () => number): Promise<void> {
  const [count = 0, chosen = 0] = (await page.evaluate(countTabs)) as number[];
  const here = page.url();
  const tabs = page.locator("[role=tablist] [role=tab]:not(a[href])");
  const choose = async (index: number) => {
    const isChosen = await tabs
      .nth(index)
      .click({ timeout: Math.min(pressMs, leftMs()) })
      .then(() => true)
      .catch(() => false);
    if (isChosen) await rest();
    if (page.url() === here) return isChosen;
    await page.goBack({ timeout: Math.min(pressMs, leftMs()) }).catch(() => null);
    return false;
  };
  const others = Array.from({ length: Math.min(count, mostTabs) }, (_, index) => index).filter((one) => one !== chosen);
  for (const index of others) {
    if (leftMs() < 2 * pressMs || !(await choose(index))) break;
    await page.evaluate(keepPanel);
  }
  if (others.length === 0 || !(await choose(chosen))) return;
  await page.evaluate(showPanels);
}
