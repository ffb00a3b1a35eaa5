import { expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { anIndexedDocument } from "../retrieval/an-indexed-document";
import { findQuotes } from "./find-quotes";

const database = openTestDatabase();

test("in a scope too large to weigh whole, the best passages are found and few documents are made ready for it", async () => {
  const ctx = await aWorkspace();
  const filler =
    "Deliveries are counted at the gate and written into the ledger of the warehouse every evening. ".repeat(400);
  for (let n = 0; n < 60; n++) {
    await anIndexedDocument(ctx, {
      collectionId: ctx.collectionId,
      title: `Ledger ${n}`,
      texts: [
        n === 37
          ? "The turbine must be delivered to the northern quay by 3 May 2031."
          : `The turbine of hall ${n} is old.`,
        filler,
      ],
    });
  }
  await database().sql`
    update renditions set blocks = jsonb_build_array(
      jsonb_build_object('kind', 'paragraph', 'start', 0, 'end', position(${"\n\n"} in text) - 1),
      jsonb_build_object('kind', 'paragraph', 'start', position(${"\n\n"} in text) + 1, 'end', length(text)))`;
  const found = await findQuotes(ctx, { question: "When must the turbine be delivered to the northern quay?" });
  expect(found.quotes[0]?.quote).toContain("3 May 2031");
  expect(found.sources.length).toBeLessThanOrEqual(40);
});
