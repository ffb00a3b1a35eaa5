import { expect, test } from "@playwright/test";
import { killARun } from "./kill-a-run";

// `npm run bench -- killed-run` does the same with 300 pages and twenty kills.
test("a run whose server is killed again and again loses no page and hardly asks for one twice", async () => {
  test.setTimeout(400_000);
  const figures = await killARun({ pages: 90, kills: 5 });
  expect(figures).toMatchObject({ lost: 0, problems: 0, unsound: [] });
  expect(figures.requests).toBeLessThanOrEqual(figures.pages + figures.kills);
});
