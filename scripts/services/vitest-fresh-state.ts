// Files of tests take turns in one process, so that the product's modules are loaded once and not for each of them. What
// the file before may have left in the process is put back here before the next one begins.
import { afterAll, vi } from "vitest";
import { env, readEnv } from "@/lib/env";

/** What the bundles of one process share (see the holders on globalThis) and what holds nothing of a database or a setting. */
const lasting = ["outriderAnalysis", "outriderBrowser", "outriderMetrics", "outriderTenders"];

const shared = globalThis as unknown as Record<string, unknown>;
for (const [name, value] of Object.entries(shared)) {
  if (!name.startsWith("outrider") || lasting.includes(name)) continue;
  // Modules keep references to the containers, so these are emptied where they are.
  if (value instanceof Map) value.clear();
  else if (name === "outriderPorts") empty(value as object);
  else delete shared[name];
}

const { OUTRIDER_CRAWL_ALLOW: allowed, ...settings } = readEnv(process.env);
const opened = env.OUTRIDER_CRAWL_ALLOW as Set<string>;
opened.clear();
for (const place of allowed) opened.add(place);
empty(env);
Object.assign(env, settings, { OUTRIDER_CRAWL_ALLOW: opened });

function empty(container: object): void {
  for (const key of Object.keys(container)) Reflect.deleteProperty(container, key);
}

afterAll(() => {
  vi.useRealTimers();
});
