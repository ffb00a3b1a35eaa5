import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const ignored = ["**/node_modules/**", "**/.next/**", "**/dist/**", "e2e/**/*.spec.ts"];
const database = "**/*.db.test.{ts,tsx}";
const services = "**/*.services.test.ts";

/** The same database tests run on both databases; `TEST_DATABASE` says which. */
function databaseProject(name: "pglite" | "postgres") {
  return {
    extends: true as const,
    test: {
      name,
      include: [database],
      env: { TEST_DATABASE: name },
      testTimeout: 400_000,
      hookTimeout: 240_000,
      globalSetup: name === "postgres" ? ["scripts/services/vitest-postgres.mjs"] : [],
    },
  };
}

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
      // Next's guard against browser bundles is an error by design anywhere but in its own bundler.
      "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)),
    },
  },
  test: {
    pool: "forks",
    // A process takes file after file: to load the product's modules anew for each took a quarter of all the time.
    isolate: false,
    // So that no test leaves a secret in the working tree.
    env: { OUTRIDER_SECRET: "a secret that only tests know, of 32 characters" },
    setupFiles: ["scripts/services/vitest-no-network.mjs", "scripts/services/vitest-fresh-state.ts"],
    // One more than two cores: tests that crawl or wait for a browser leave a core idle for much of their time.
    maxWorkers: 3,
    exclude: ignored,
    testTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["**/*.test.{ts,tsx}"], exclude: [...ignored, database, services] },
      },
      databaseProject("pglite"),
      databaseProject("postgres"),
      {
        extends: true,
        test: {
          name: "services",
          include: [services],
          testTimeout: 400_000,
          hookTimeout: 240_000,
          globalSetup: ["scripts/services/vitest-redis.mjs"],
        },
      },
    ],
  },
});
