import { floorOf, hasArrow, isDomain, placeOf } from "./floors.mjs";

const isTest = (path) =>
  /\.test\.tsx?$|\/testing\//.test(path) || path.startsWith("drizzle/testing") || path.startsWith("drizzle/factories/");
const isSchemas = (target) => /(^|\/)schemas$/.test(target);
const under = (path, places) => places.some((place) => path === place || path.startsWith(place));

/** Who may hold a client that opens connections by itself. Everybody else asks the egress door. */
const networkClients = {
  undici: ["server/platform/egress/"],
  "node:http": ["server/platform/egress/"],
  "node:https": ["server/platform/egress/"],
  "node:http2": [],
  "node:net": ["server/platform/egress/", "drizzle/"],
  "node:tls": ["server/platform/egress/"],
  "node:dgram": [],
  "node:dns": ["server/platform/egress/"],
  "node:dns/promises": ["server/platform/egress/"],
  postgres: ["drizzle/"],
  nodemailer: ["server/platform/mail/"],
  "@upstash/redis": ["server/platform/redis/"],
  "@aws-sdk/client-s3": ["server/platform/storage/"],
  "@smithy/fetch-http-handler": ["server/platform/storage/"],
  "playwright-core": ["server/crawling/browser/"],
};
const networkCalls = ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"];
// Programs that speak to our own server, and code that runs in a browser.
const ownDoors = ["cli/", "bench/", "components/"];

// The bundler replaces NODE_ENV and NEXT_RUNTIME in Next's own two files.
const environmentReaders = ["lib/env.ts", "instrumentation.ts", "proxy.ts", "cli/", "bench/"];
// The job engine takes the outbox in a transaction of its own connection, as the installation's role.
const tenantSetters = ["drizzle/", "server/platform/workspace-context.ts", "server/jobs/engine/outbox-intake.ts"];
const webGround = ["server/trpc/", "server/http/", "server/composition/"];

/** Every rule takes what readSource found and yields `[start, message]`. */
const rules = [
  floorRule,
  indexRule,
  componentsRule,
  clientRule,
  starRule,
  egressRule,
  environmentRule,
  tenantRule,
  webRule,
  lateRule,
];

function* floorRule({ path, imports }) {
  const from = placeOf(path.replace(/\.\w+$/, ""));
  if (!from || from === "components") return;
  for (const { target, start, isType } of imports) {
    const to = target && placeOf(target);
    if (!to || to === from || (isTest(path) && to === "drizzle/factories")) continue;
    if (to === "components") {
      if (from !== "app") yield [start, `${from} must not import components. Move what both need to lib/.`];
      continue;
    }
    const [fromFloor, toFloor] = [floorOf(from), floorOf(to)];
    if (toFloor > fromFloor || (toFloor === fromFloor && hasArrow(from, to))) continue;
    // The router's type reaches the command line, which calls it over HTTP; nothing else may look up, not even for a type.
    if (isType && (from === "cli" || from === "bench")) continue;
    const advice =
      toFloor < fromFloor
        ? "Announce an event that the higher floor handles, take what you need as a parameter, or move the shared part down"
        : "No arrow is drawn between these two: meet through an event, or move the shared part to a floor below both";
    yield [start, `${from} (floor ${fromFloor}) must not import ${to} (floor ${toFloor}). ${advice}.`];
  }
}

function* indexRule({ path, imports }) {
  const from = placeOf(path.replace(/\.\w+$/, ""));
  // A benchmark also measures parts that have no door of their own.
  if (isTest(path) || from === "bench") return;
  for (const { target, start } of imports) {
    const to = target && placeOf(target);
    if (!to || to === from || !isDomain(to)) continue;
    const isDoor =
      target === to ||
      /(^|\/)index$/.test(target) ||
      isSchemas(target) ||
      (/\/(\w+-)?router$/.test(target) && from === "server/composition");
    // A domain with rooms of its own (knowledge/retrieval) has a door for each.
    const isRoom = /^server\/((knowledge|crawling)\/[a-z-]+|evidence\/changes)$/.test(target);
    if (from === "components" || isDoor || isRoom) continue;
    yield [
      start,
      `"${target}" is inside ${to}. Import from "@/${to}" and, if the verb is missing there, name it in its index.ts.`,
    ];
  }
}

function* componentsRule({ path, imports }) {
  if (placeOf(path) !== "components" || isTest(path)) return;
  for (const { target, start, isType } of imports) {
    if (!target || isType) continue;
    const place = placeOf(target);
    if (place === "components" || place === "lib" || isSchemas(target) || !place) continue;
    yield [
      start,
      `components use lib, types and schemas.ts only, not ${target}. Let the page hand it down, call it through tRPC, or write "import type".`,
    ];
  }
}

function* clientRule({ path, imports, isClient }) {
  if (!isClient || placeOf(path) === "components") return;
  for (const { target, start, isType } of imports) {
    if (isType || !target?.match(/^(server|drizzle|inngest)\//) || isSchemas(target)) continue;
    yield [
      start,
      `a "use client" file must not carry ${target} into the browser. Call it through tRPC, or write "import type".`,
    ];
  }
}

function* starRule({ starExports }) {
  for (const start of starExports)
    yield [start, "no `export *`: name what this module hands out, so that a reader and a search find it."];
}

function* egressRule({ path, imports, calls }) {
  if (
    isTest(path) ||
    (path.startsWith("app/") && !/route\.ts$|page\.tsx$|layout\.tsx$/.test(path)) ||
    under(path, ownDoors)
  )
    return;
  for (const { specifier, start, isType } of imports) {
    const name = /^(https?|http2|net|tls|dgram|dns)$/.test(specifier) ? `node:${specifier}` : specifier;
    const allowed = networkClients[name];
    if (isType || !allowed || under(path, allowed)) continue;
    yield [
      start,
      `${specifier} opens connections by itself. Go out through egressFetch of "@/server/platform/egress" (or the port: cache, storage, mail).`,
    ];
  }
  if (path.startsWith("server/platform/egress/")) return;
  for (const { name, start } of calls) {
    if (networkCalls.includes(name))
      yield [
        start,
        `${name} leaves by its own door. Use egressFetch of "@/server/platform/egress", which checks the address.`,
      ];
  }
}

function* environmentRule({ path, environment }) {
  if (isTest(path) || under(path, environmentReaders) || /^[\w.-]+\.config\.ts$/.test(path)) return;
  for (const start of environment)
    yield [
      start,
      "process.env is read in lib/env.ts only, where it is checked. Add the variable there and import `env`.",
    ];
}

function* tenantRule({ path, strings }) {
  if (isTest(path) || under(path, tenantSetters)) return;
  for (const { text, start } of strings) {
    if (
      /\bset_config\s*\(\s*(?!'hnsw\.)|\bset\s+(local\s+|session\s+)?role\b|\bset\s+session\s+authorization\b/i.test(
        text,
      )
    ) {
      yield [
        start,
        "only inWorkspace sets the role and the workspace of a connection. Open the transaction with inWorkspace(ctx, fn).",
      ];
    }
  }
}

function* webRule({ path, imports }) {
  if (!path.startsWith("server/") || isTest(path) || under(path, webGround) || /(^|[/-])router\.ts$/.test(path)) return;
  for (const { specifier, start, isType } of imports) {
    if (isType || !/^(@trpc\/|next\/(server|headers|navigation)$)/.test(specifier)) continue;
    yield [
      start,
      `server knows no tRPC or HTTP outside router.ts, server/trpc and server/http (${specifier}). Throw an AppError; the door maps it.`,
    ];
  }
}

function* lateRule({ imports, calls }) {
  if (!imports.some(({ specifier }) => specifier === "next/dynamic")) return;
  for (const { name, start, options } of calls) {
    if (name !== "dynamic" || options?.includes("loading") || options?.includes("ssr")) continue;
    yield [
      start,
      "a part that comes later needs a boundary of its own, or the whole page makes way for its skeleton. Give it { loading: nothingYet } or a skeleton.",
    ];
  }
}

/** All violations of one file, in the order of its lines. */
export function checkSource(source) {
  return rules
    .flatMap((rule) => [...rule(source)])
    .map(([start, message]) => ({ path: source.path, line: source.lineOf(start), message }))
    .sort((a, b) => a.line - b.line);
}
