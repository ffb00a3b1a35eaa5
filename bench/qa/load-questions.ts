import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

export interface GoldPassage {
  document: string;
  quote: string;
}

/** One question with what a right answer holds. Unanswerable ones have no answers. */
export interface GoldQuestion {
  id: string;
  package: string;
  /** Article or package: what a calibration is split by. */
  group: string;
  q: string;
  answers: string[];
  /** Every entry wanted, each in any of its wordings; of list and cross-document questions. */
  items: string[][];
  passages: GoldPassage[];
  type: "single" | "list" | "cross-document" | "unanswerable";
}

export interface TextDocument {
  name: string;
  title: string;
  text: string;
}

export interface QuestionSet {
  questions: GoldQuestion[];
  /** Documents of each package: files below `folder`, or texts (SQuAD, one package for all). */
  packages: Map<string, { folder: string } | { documents: TextDocument[] }>;
}

interface SquadFile {
  data: {
    title: string;
    paragraphs: {
      context: string;
      qas: { id: string; question: string; is_impossible?: boolean; answers: { text: string }[] }[];
    }[];
  }[];
}

interface GoldFile {
  package: string;
  questions: {
    q: string;
    answers: string[];
    document: string | null;
    quote: string | null;
    type: GoldQuestion["type"];
    items?: string[][];
    more?: GoldPassage[];
  }[];
}

/** Paragraphs of all articles are pooled: each is one document, named by its article and place. */
export async function loadSquad(file: string): Promise<QuestionSet> {
  const squad = JSON.parse(await readFile(file, "utf8")) as SquadFile;
  const documents: TextDocument[] = [];
  const questions: GoldQuestion[] = [];
  for (const article of squad.data) {
    for (const [index, paragraph] of article.paragraphs.entries()) {
      const name = `${article.title}/${index}`;
      documents.push({ name, title: article.title.replaceAll("_", " "), text: paragraph.context });
      for (const qa of paragraph.qas) {
        const answers = [...new Set(qa.answers.map((answer) => answer.text))];
        questions.push({
          id: qa.id,
          package: "squad",
          group: article.title,
          q: qa.question.trim(),
          answers: qa.is_impossible ? [] : answers,
          items: [],
          passages: qa.is_impossible ? [] : [{ document: name, quote: "" }],
          type: qa.is_impossible ? "unanswerable" : "single",
        });
      }
    }
  }
  return { questions, packages: new Map([["squad", { documents }]]) };
}

export async function loadGoldFolder(data: string, gold: string): Promise<QuestionSet> {
  const questions: GoldQuestion[] = [];
  const packages: QuestionSet["packages"] = new Map();
  for (const name of (await readdir(gold)).filter((file) => file.endsWith(".json")).sort()) {
    const file = JSON.parse(await readFile(path.join(gold, name), "utf8")) as GoldFile;
    if (!file.questions?.length) continue;
    packages.set(file.package, { folder: path.join(data, file.package) });
    for (const [index, question] of file.questions.entries()) {
      const main = question.document && question.quote ? [{ document: question.document, quote: question.quote }] : [];
      questions.push({
        id: `${file.package}/${index + 1}`,
        package: file.package,
        group: file.package,
        q: question.q,
        answers: question.answers,
        items: question.items ?? [],
        passages: [...main, ...(question.more ?? [])],
        type: question.type,
      });
    }
  }
  return { questions, packages };
}

export async function listFiles(folder: string, below = ""): Promise<string[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const nested = entries.map((entry) => {
    const name = path.posix.join(below, entry.name);
    return entry.isDirectory() ? listFiles(folder, name) : Promise.resolve([name]);
  });
  return (await Promise.all(nested)).flat().sort();
}
