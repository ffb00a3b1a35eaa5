import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { GoldQuestion, QuestionSet } from "./load-questions";

const questionPart = z.union([
  z.strictObject({ answers: z.array(z.string()).min(1), documents: z.array(z.string()).optional() }),
  /** A list: every entry is wanted, each in any of its wordings. */
  z.strictObject({ items: z.array(z.array(z.string())).min(2), documents: z.array(z.string()).optional() }),
  /** The package does not say. */
  z.strictObject({ none: z.literal(true) }),
]);
export type QuestionPart = z.infer<typeof questionPart>;

const partsFile = z.strictObject({
  package: z.string(),
  /** Rules and weights may be looked at with the first half only. */
  half: z.enum(["dev", "held-out"]),
  questions: z.array(
    z.strictObject({
      kind: z.string(),
      q: z.string(),
      far: z.string().optional(),
      parts: z.array(questionPart).min(1),
    }),
  ),
});

export interface PartsQuestion {
  package: string;
  half: "dev" | "held-out";
  /** "far": a single question in everyday words. */
  kind: string;
  q: string;
  parts: QuestionPart[];
}

/** The questions as a set to ask, and what the parts of each must hold, by id. */
export async function loadPartsSet(
  data: string,
  folder: string,
): Promise<{ set: QuestionSet; byId: Map<string, PartsQuestion> }> {
  const byId = new Map<string, PartsQuestion>();
  const packages: QuestionSet["packages"] = new Map();
  const questions = (await loadParts(folder)).map((question, index): GoldQuestion => {
    const id = `${question.package}/${index + 1}`;
    byId.set(id, question);
    packages.set(question.package, { folder: path.join(data, question.package) });
    const isAnswerable = question.parts.some((part) => !("none" in part));
    return {
      id,
      package: question.package,
      group: question.package,
      q: question.q,
      answers: [],
      items: [],
      passages: [],
      type: isAnswerable ? "single" : "unanswerable",
    };
  });
  return { set: { questions, packages }, byId };
}

/** Whether a gold folder holds questions judged part by part. */
export async function isPartsFolder(folder: string): Promise<boolean> {
  const name = (await readdir(folder)).find((file) => file.endsWith(".json"));
  if (!name) return false;
  return "half" in (JSON.parse(await readFile(path.join(folder, name), "utf8")) as object);
}

/** Questions whose parts are judged one by one; a question that is also worded in everyday words counts twice, as two kinds. */
export async function loadParts(folder: string): Promise<PartsQuestion[]> {
  const questions: PartsQuestion[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".json")).sort()) {
    const file = partsFile.parse(JSON.parse(await readFile(path.join(folder, name), "utf8")));
    for (const { far, ...question } of file.questions) {
      const base = { package: file.package, half: file.half };
      questions.push({ ...base, ...question });
      if (far) questions.push({ ...base, kind: "far", q: far, parts: question.parts });
    }
  }
  return questions;
}
