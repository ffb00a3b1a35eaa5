import { describe, expect, it } from "vitest";
import { readSource } from "./arrows/read-source.mjs";
import { checkSource } from "./arrows/rules.mjs";

const messages = (path: string, text: string) => checkSource(readSource(path, text)).map(({ message }) => message);

describe("import arrows", () => {
  it.each([
    ["climbs a floor", "server/evidence/a.ts", 'import { ask } from "@/server/ask";', /Announce an event/],
    ["climbs for a type only", "server/jobs/a.ts", 'import type { A } from "@/server/alerts";', /floor 13.*floor 6/],
    [
      "climbs by a relative path",
      "server/platform/a.ts",
      'import { b } from "../trpc/b";',
      /move the shared part down/,
    ],
    ["climbs by a dynamic import", "lib/a.ts", 'const b = await import("@/drizzle/client");', /lib.*drizzle/],
    ["climbs by require", "drizzle/a.ts", 'const b = require("@/server/platform/b");', /drizzle.*server\/platform/],
    ["climbs by re-export", "lib/a.ts", 'export { b } from "@/server/platform/b";', /lib/],
    ["goes sideways", "server/ask/a.ts", 'import { b } from "@/server/proposals";', /No arrow is drawn/],
    [
      "goes against an arrow",
      "server/sources/a.ts",
      'import { b } from "@/server/opportunities";',
      /No arrow is drawn/,
    ],
    ["reaches a job from the server", "server/ask/a.ts", 'import { b } from "@/inngest/ask/b";', /floor 2/],
    ["reaches a page", "server/composition/a.ts", 'import { b } from "@/app/b";', /floor 1/],
    [
      "reaches a component from the server",
      "server/ask/a.ts",
      'import { b } from "@/components/b";',
      /must not import components/,
    ],
    [
      "enters a domain by the window",
      "server/ask/a.ts",
      'import { b } from "@/server/evidence/record-b";',
      /name it in its index/,
    ],
    ["carries a verb into a component", "components/ask/a.tsx", 'import { b } from "@/server/ask";', /import type/],
    [
      "carries the database into the browser",
      "app/x/a.tsx",
      '"use client";\nimport { b } from "@/drizzle/client";',
      /browser/,
    ],
    ["exports everything", "lib/a.ts", 'export * from "./b";', /name what this module/],
    ["fetches by itself", "server/models/a.ts", "await fetch(url);", /egressFetch/],
    ["fetches through globalThis", "inngest/a/b.ts", "await globalThis.fetch(url);", /egressFetch/],
    ["opens a socket", "server/jobs/a.ts", 'import { connect } from "net";', /opens connections/],
    ["brings its own HTTP client", "server/crawling/a.ts", 'import { request } from "undici";', /opens connections/],
    [
      "sends mail by itself",
      "server/notifications/a.ts",
      'import { createTransport } from "nodemailer";',
      /opens connections/,
    ],
    [
      "takes the page away",
      "components/ask/a.tsx",
      'import dynamic from "next/dynamic";\nconst B = dynamic(() => import("./b"));',
      /boundary of its own/,
    ],
    ["reads the environment", "server/models/a.ts", "const key = process.env.KEY;", /lib\/env\.ts only/],
    ["reads the environment by index", "server/models/a.ts", 'const key = process["env"].KEY;', /lib\/env\.ts only/],
    [
      "sets the workspace by itself",
      "server/ask/a.ts",
      "tx.execute(sql`select set_config('a', 'b', true)`);",
      /inWorkspace/,
    ],
    ["changes the role by itself", "server/ask/a.ts", 'sql.raw("SET LOCAL ROLE owner");', /inWorkspace/],
    ["knows tRPC in a verb", "server/ask/create-query.ts", 'import { TRPCError } from "@trpc/server";', /AppError/],
  ])("refuses a file that %s", (_, path, text, message) => {
    const found = messages(path, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  it.each([
    [
      "server/ask/a.ts",
      'import { b } from "@/server/knowledge/retrieval";\nimport { c } from "@/lib/c";\nimport { d } from "./d";',
    ],
    ["server/opportunities/a.ts", 'import { b } from "@/server/sources";'],
    ["server/platform/a.db.test.ts", 'import { aWorkspace } from "@/drizzle/factories/context";'],
    [
      "components/ask/a.tsx",
      'import type { AppRouter } from "@/server/composition/root-router";\nimport { b } from "@/server/ask/schemas";',
    ],
    [
      "components/ask/a.tsx",
      'import dynamic from "next/dynamic";\nconst B = dynamic(() => import("./b"), { loading: nothingYet });',
    ],
    ["server/composition/root-router.ts", 'import { askRouter } from "@/server/ask/router";'],
    ["inngest/ask/answer.ts", 'import { answerQuery } from "@/server/ask";'],
    ["server/ask/router.ts", 'import { TRPCError } from "@trpc/server";'],
    ["lib/env.ts", "export const env = process.env;"],
    ["server/platform/egress/egress-fetch.ts", 'import { request } from "undici";'],
    ["server/knowledge/a.ts", "tx.execute(sql`select set_config('hnsw.ef_search', '60', true)`);"],
    ["server/ask/a.ts", "// set_config( is what inWorkspace does\nconst fetched = repository.fetch(1);"],
  ])("accepts %s", (path, text) => {
    expect(messages(path, text)).toEqual([]);
  });

  it("names the line", () => {
    const [found] = checkSource(readSource("lib/a.ts", '\n\nimport { b } from "@/server/ask";'));
    expect(found).toMatchObject({ path: "lib/a.ts", line: 3 });
  });
});
