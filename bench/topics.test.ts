import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { benchTopics } from "./topics";

test("what one person's questions teach is judged by another's, and written as the product reads it", () => {
  const folder = mkdtempSync(join(tmpdir(), "outrider-topics-"));
  try {
    const file = (name: string, lines: string[]) => writeFileSync(join(folder, `${name}.txt`), `${lines.join("\n")}\n`);
    const rain = ["who pays for the umbrellas", "umbrellas: who pays", "the umbrellas, who pays for them"];
    const snow = ["when does the sleigh leave", "the sleigh leaves when", "what time does our sleigh leave"];
    const lines = ["# rain", ...rain, "# snow", ...snow, "# none", "which hill is the highest"];
    for (const name of ["ana", "ben"]) file(name, lines);
    const out = join(folder, "learned.json");
    const { questions, topics, perWriter } = benchTopics({ folder, out });
    expect({ questions, topics }).toEqual({ questions: 14, topics: 2 });
    expect(perWriter.ana).toMatchObject({ questions: 6, right: 1, heardInVain: 0 });
    const learned = JSON.parse(readFileSync(out, "utf8"));
    expect(learned.topics).toEqual(["none", "rain", "snow"]);
    expect(learned.weights["word:umbrella"]).toMatch(/\b1 \d/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
