import { expect, test } from "vitest";
import { importStanding } from "./progress-words.logic";

const counts = { files: 10, read: 4, failed: 1, shredded: 0 };
const sent = { total: 10, stored: 10, failed: 0 };

test("while files are on their way, that is said first", () => {
  const standing = importStanding("reading", counts, { total: 10, stored: 3, failed: 0 });
  expect(standing.words).toBe("Sending file 4 of 10");
  expect(standing.share).toBeLessThan(0.2);
});

test("the share never goes back from phase to phase", () => {
  const steps = [
    importStanding("reading", { ...counts, read: 0, failed: 0 }, sent),
    importStanding("reading", { ...counts, read: 9 }, sent),
    importStanding("fields", { ...counts, read: 9 }, sent),
    importStanding("shredding", { ...counts, read: 9, shredded: 0 }, sent),
    importStanding("shredding", { ...counts, read: 9, shredded: 9 }, sent),
    importStanding("done", { ...counts, read: 9, shredded: 9 }, sent),
  ].map(({ share }) => share ?? 0);
  expect([...steps].sort((one, other) => one - other)).toEqual(steps);
  expect(steps.at(-1)).toBe(1);
});

test("failed files count as settled, so that the end is reached", () => {
  expect(importStanding("reading", { files: 5, read: 4, failed: 1, shredded: 0 }, sent).words).toBe(
    "5 of 5 files read",
  );
});

test("documents are counted from one and never beyond those that were read", () => {
  expect(importStanding("shredding", { ...counts, shredded: 4 }, sent).words).toBe("Requirements of document 4 of 4");
  expect(importStanding("shredding", { files: 0, read: 0, failed: 0, shredded: 0 }, sent).words).toContain("1 of 1");
});
