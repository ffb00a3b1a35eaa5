import { expect, test } from "vitest";
import { factsOfProse } from "./facts-of-prose";

const context = { capturedAt: new Date("2031-03-01T09:00:00Z"), country: "GB", zone: "Europe/London", order: null };

test("sentences without labels say until when, for whom and under which number", () => {
  const page = `Riverton City Council invites tenders for the care of its parks.

Tenders must be received no later than 12:00 on 14 May 2031. Please quote reference RCC-2031-07.`;
  const { deadline, reference } = factsOfProse(page, context);
  expect(deadline).toMatchObject({ localDate: "2031-05-14", localTime: "12:00" });
  expect(deadline).not.toHaveProperty("place");
  expect(reference).toContain("RCC-2031-07");
});

test("a page that states no day has none", () => {
  expect(factsOfProse("The council looks after its parks all year round.", context).deadline).toBeNull();
});
