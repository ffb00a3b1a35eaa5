import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/services/browser.mjs";

// Workers read this file again: what the first reading chose travels to them in the environment.
process.env.E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000));
// The sample sites listen where the server was told that a private address may be read.
process.env.E2E_SITE_PORT ??= String(41_000 + Math.floor(Math.random() * 9_000));
process.env.E2E_OTHER_SITE_PORT ??= String(50_100 + Math.floor(Math.random() * 9_000));
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), "outrider-e2e-"));
process.env.E2E_NOTES ??= mkdtempSync(join(tmpdir(), "outrider-e2e-notes-"));
process.env.E2E_MODEL_PORT ??= String(59_200 + Math.floor(Math.random() * 1_500));
process.env.E2E_SECRET ??= randomBytes(24).toString("hex");

// Not 127.0.0.1: the sign-in redirect names the host "localhost", and cookies belong to a host.
const baseURL = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/suite/setup.ts",
  fullyParallel: true,
  workers: 2,
  // In the whole run only: a journey that needs a second try is named at the end.
  retries: process.env.CI ? 1 : 0,
  // Patience costs nothing where all is well, and a machine that others use too may be many times slower than one's own.
  timeout: process.env.CI ? 180_000 : 60_000,
  expect: { timeout: process.env.CI ? 40_000 : 10_000 },
  outputDir: "test-results",
  reporter: "line",
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    screenshot: "only-on-failure",
    // To record one costs as much as a fifth of the journey; in the whole run whoever fails is run again, and that is recorded.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    launchOptions: {
      executablePath: findBrowser(),
      // Without a locale of its own, as on a bare machine, a whole Chromium cannot open files whose names are not ASCII.
      env: { ...process.env, LC_ALL: "C.UTF-8" },
      // Chromium's sandbox refuses to run as root; everywhere else it stays on.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  webServer: {
    command: "node scripts/bootstrap.mjs start",
    url: `${baseURL}/api/health/ready`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 25_000 },
    env: {
      PORT: process.env.E2E_PORT,
      OUTRIDER_DATA: process.env.E2E_DATA,
      OUTRIDER_BASE_URL: baseURL,
      OUTRIDER_DEMO: "1",
      OUTRIDER_SECRET: process.env.E2E_SECRET,
      AI_MODEL: "compatible:scripted",
      AI_BASE_URL: `http://127.0.0.1:${process.env.E2E_MODEL_PORT}/v1`,
      AI_API_KEY: "sk-of-the-suite",
      OUTRIDER_CRAWL_ALLOW: `127.0.0.1:${process.env.E2E_SITE_PORT},127.0.0.1:${process.env.E2E_OTHER_SITE_PORT}`,
    },
  },
});
