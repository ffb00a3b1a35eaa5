import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { benchFeeds } from "./feeds";

const corpus = "../shared/data/feeds";
test.skipIf(!existsSync(corpus))(
  `the corpus of test feeds is read as its files expect (skipped without ${corpus})`,
  async () => {
    const { figures } = await benchFeeds({ data: corpus, log: () => {} });
    expect(figures.files - figures.read).toBeLessThanOrEqual(7);
    expect(figures.titles).toBeGreaterThanOrEqual(0.95);
    expect(figures.links).toBeGreaterThanOrEqual(0.95);
  },
);
