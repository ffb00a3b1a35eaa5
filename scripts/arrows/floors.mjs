// The house, top to bottom (docs/architecture.md). An import goes down; on one floor only along a drawn arrow.
const floors = [
  ["app", "cli", "bench"],
  ["server/composition", "inngest", "instrumentation"],
  ["server/insights", "server/workflows"],
  ["server/ask", "server/proposals"],
  ["server/agents"],
  ["server/alerts"],
  ["server/opportunities", "server/competitors", "server/sources"],
  ["server/library", "server/collaboration", "server/notifications", "server/integrations"],
  ["server/knowledge"],
  ["server/crawling", "server/evidence"],
  ["server/models", "server/strategies"],
  ["server/workspaces", "server/billing", "server/identity"],
  ["server/http", "server/trpc", "server/jobs"],
  ["drizzle/factories", "server/platform", "drizzle", "lib"],
];

const arrows = [
  ["instrumentation", "server/composition", "inngest"],
  ["server/opportunities", "server/competitors", "server/sources"],
  ["server/collaboration", "server/notifications", "server/integrations"],
  ["server/workspaces", "server/billing", "server/identity"],
  ["server/http", "server/trpc"],
  ["drizzle/factories", "server/platform", "drizzle", "lib"],
];

/** Places that anybody above may use file by file; every other server folder is a domain, entered by its index.ts. */
const open = new Set(["server/platform", "server/trpc", "server/jobs", "server/http", "server/composition"]);

const places = floors.flat().sort((a, b) => b.length - a.length);

/** The room of the house that a path (from the root, without extension) lies in, or undefined for config, tests' fixtures and tools. */
export function placeOf(path) {
  if (path === "components" || path.startsWith("components/")) return "components";
  if (path === "proxy") return "app";
  return places.find((place) => path === place || path.startsWith(`${place}/`));
}

export function floorOf(place) {
  return floors.findIndex((floor) => floor.includes(place)) + 1;
}

export function isDomain(place) {
  return place.startsWith("server/") && !open.has(place);
}

/** Whether a drawn arrow on one floor leads from one room to the other. */
export function hasArrow(from, to) {
  return arrows.some((path) => path.includes(from) && path.indexOf(to) > path.indexOf(from));
}
