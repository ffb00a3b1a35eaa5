import { existsSync } from "node:fs";
import { findProgram, run } from "./process.mjs";

const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome"];
const appPaths = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium of this machine: named by CHROMIUM_PATH, on the path, or (when `install` is set) installed by apt where
 * we may, else by Playwright's own download. Undefined when there is none.
 */
export function findBrowser({ install = false } = {}) {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const found = findProgram(...names) ?? appPaths.find((path) => existsSync(path)) ?? playwrightBrowser();
  if (found || !install) return found;
  for (const attempt of [installWithApt, installWithPlaywright]) {
    try {
      attempt();
      const installed = findProgram(...names) ?? playwrightBrowser();
      if (installed) return installed;
    } catch (error) {
      console.error(`no browser this way: ${error.message.split("\n")[0]}`);
    }
  }
  return undefined;
}

function playwrightBrowser() {
  try {
    const path = run("playwright", ["install", "--dry-run", "chromium-headless-shell"]).match(
      /Install location:\s+(.+)/,
    )?.[1];
    const binary =
      path && run("find", [path.trim(), "-name", "*headless*shell*", "-type", "f", "-perm", "-u+x"]).split("\n")[0];
    return binary || undefined;
  } catch {
    return undefined;
  }
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !findProgram("apt-get")) throw new Error("apt needs root");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], { env });
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell"], { env });
}

function installWithPlaywright() {
  run("playwright", ["install", "chromium-headless-shell"], { timeout: 300_000 });
}
