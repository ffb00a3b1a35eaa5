import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { getSource } from "./get-source";
import { importSources } from "./import-sources";
import { listSources } from "./list-sources";
import { listSourcesInput } from "./schemas";

openTestDatabase();

const opml = `<opml version="2.0"><body><outline text="Works"><outline type="rss" text="Elm news" xmlUrl="https://elm.example/feed.xml"/>
  <outline type="rss" text="Ash news" xmlUrl="https://ash.example/feed.xml"/></outline></body></opml>`;
const csv = `url,title,kind,tags,every
https://elm.example/tenders,Elm tenders,portal,works,6h
https://elm.example/feed.xml,Elm news,feed,,
http://10.0.0.1/,Inside,site,,
no address,Nothing,site,,`;

test("a list of feeds and a table become sources with their kinds, tags and intervals; what is known or cannot be read is told by its line", async () => {
  const ctx = await aWorkspace();
  const feeds = await importSources(ctx, { text: opml, fileName: "feeds.opml" });
  expect([feeds.created.map(({ name }) => name), feeds.existing, feeds.problems]).toEqual([
    ["Elm news", "Ash news"],
    0,
    [],
  ]);
  const table = await importSources(ctx, { text: csv, fileName: "sources.csv" });
  expect([table.created.map(({ name }) => name), table.existing]).toEqual([["Elm tenders"], 1]);
  expect(table.problems.map(({ line }) => line).sort()).toEqual([4, 5]);
  const tenders = await getSource(ctx, table.created[0]?.id ?? "");
  expect(tenders).toMatchObject({ kind: "portal", tags: ["works"], schedule: { every: "6h" } });
  const { sources } = await listSources(ctx, listSourcesInput.parse({ kind: "feed" }));
  expect(sources.map(({ url, tags }) => [url, tags]).sort()).toEqual([
    ["https://ash.example/feed.xml", ["Works"]],
    ["https://elm.example/feed.xml", ["Works"]],
  ]);
  await expect(importSources(await aMember(ctx, "viewer"), { text: csv, fileName: "a.csv" })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect((await listSources(await aWorkspace(), listSourcesInput.parse({}))).total).toBe(0);
});
