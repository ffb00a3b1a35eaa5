import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { createOpportunity } from "../deeds/create-opportunity";
import { createOpportunityInput } from "../deeds/schemas";
import { asKnown, nameOf } from "./make-opportunities";
import { splitNotice } from "./split-notice";
import {
  aRestrictedCollection,
  deadlinesOf,
  eventsOf,
  lampFacts,
  noticesOf,
  opportunitiesOf,
  record,
  submission,
} from "./testing/recorded";

openTestDatabase();

test("notices that come together say what they would say one by one, and those about one tender make one opportunity", async () => {
  const some = [
    lampFacts("release-1"),
    lampFacts("release-2", {
      deadlines: [submission("2031-03-08T12:00:00Z")],
      publishedAt: "2031-01-05T00:00:00.000Z",
      status: "cancelled",
    }),
    lampFacts("other-1", {
      procedureKey: "ocds-test-2",
      title: "Dredging of the north basin",
      reference: "RC/2031/077",
    }),
  ];
  const together = await aWorkspace();
  await record(together, some);
  const single = await aWorkspace();
  for (const one of some) await record(single, [one]);
  const seen = async (ctx: WorkspaceContext) => ({
    rows: (await opportunitiesOf(ctx)).map(
      ({ id, workspaceId, collectionId, createdBy, firstSeenAt, createdAt, updatedAt, ...rest }) => rest,
    ),
    deadlines: await deadlinesOf(ctx),
    notices: (await noticesOf(ctx)).map(({ noticeKey, matchedBy }) => `${noticeKey} ${matchedBy?.how}`).sort(),
  });
  expect(await seen(together)).toEqual(await seen(single));
  expect((await opportunitiesOf(together)).map(({ title }) => title)).toEqual([
    "Replacement of street lamps",
    "Dredging of the north basin",
  ]);
  expect(await eventsOf(together, "opportunity/discovered")).toHaveLength(2);
});

test("numbers go on behind those of opportunities that the person may not see", async () => {
  const ctx = await aWorkspace();
  const restricted = await aRestrictedCollection(ctx);
  await record({ ...ctx, collectionId: restricted }, [lampFacts("secret")]);
  const outsider = { ...(await aMember(ctx)), collectionId: ctx.collectionId };
  const dredging = { procedureKey: "ocds-test-2", title: "Dredging of the north basin", reference: "RC/2031/077" };
  await record(outsider, [lampFacts("open-1", dredging)]);
  await record(outsider, [lampFacts("open-2", { ...dredging, type: "amendment" })]);
  await record({ ...ctx, collectionId: restricted }, [
    lampFacts("secret-2", { procedureKey: "x", title: "Salt", reference: "S-1" }),
  ]);
  const [joined] = (await noticesOf(ctx)).filter(({ noticeKey }) => noticeKey === "open-2");
  await splitNotice(outsider, joined?.id ?? "");
  await createOpportunity(outsider, createOpportunityInput.parse({ title: "By hand" }));
  expect((await opportunitiesOf(ctx)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});

test("an opportunity is called by the first thing that its notice says", () => {
  expect(nameOf(lampFacts("1"))).toBe("Replacement of street lamps");
  expect(nameOf(lampFacts("1", { title: null }))).toBe("RC/2031/014");
  expect(nameOf(lampFacts("1", { title: null, reference: null, summary: "s".repeat(200) }))).toHaveLength(120);
  expect(nameOf(lampFacts("1", { title: null, reference: null }))).toBe("Notice without a title");
  expect(nameOf(undefined)).toBe("Notice without a title");
});

test("later notices of a batch are compared with all that its earlier ones say", () => {
  const notice = (key: string, more = {}) => {
    const facts = lampFacts(key, more);
    const row = { id: key, scheme: facts.scheme, type: facts.type, noticeKey: key, sourceId: "source" };
    return { id: key, facts, keys: [], row: { ...row, facts, factsHash: "", matchKeys: [], readAt: new Date(0) } };
  };
  const known = asKnown("id", [
    notice("1", { title: null, buyer: null, value: null }),
    notice("2", { reference: "RC/2031/014-A", deadlines: [submission("2031-03-08T12:00:00Z")] }),
  ] as unknown as Parameters<typeof asKnown>[1]);
  expect(known).toMatchObject({
    title: "Replacement of street lamps",
    buyer: "Riverton City Council",
    references: ["RC/2031/014", "RC/2031/014-A"],
    value: { amount: "420000" },
    listedBy: [
      { sourceId: "source", key: "1" },
      { sourceId: "source", key: "2" },
    ],
  });
  expect(known.deadlines.map(({ localDate }) => localDate)).toEqual(["2031-03-01", "2031-03-08"]);
});
