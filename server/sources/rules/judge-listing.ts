import { z } from "zod";
import { judgement } from "@/server/models";

const examples = 8;
const maxFields = 12;

const asked = z.object({ title: z.string().nullable(), lines: z.array(z.string()) });
const answer = z.strictObject({
  entries: z.array(
    z.strictObject({
      title: z.string(),
      fields: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    }),
  ),
});

/**
 * Which of a page's lines are the entries that it lists, and which are their fields: examples, from which a rule is learned. Our own rules
 * give none here, since the structure of the page is looked at next.
 */
export const judgeListing = judgement({
  name: "sources.read_listing",
  input: asked,
  output: answer,
  extractive: () => ({ entries: [] }),
  prompt: ({ title, lines }) => ({
    task: `A web page is given line by line. If its main matter is a list of like entries (notices, articles, positions, products), give the first ${examples} entries. Copy each entry's title and each value of its fields exactly as one whole line, or as the part of a line after a label such as "Deadline:". Name a field by the label that the page gives it, else by one English word. Give an empty list when the page lists nothing. Menus, filters and page numbers are no entries.`,
    data: [{ label: `lines of the page ${title ?? ""}`, text: lines.join("\n") }],
  }),
  check: ({ entries }, { lines }) => {
    const page = lines.join("\n");
    const isInvented = entries.some(
      ({ title, fields }) => !page.includes(title) || fields.some(({ value }) => !page.includes(value)),
    );
    if (entries.length > examples * 4 || entries.some(({ fields }) => fields.length > maxFields))
      return "there are too many entries or fields";
    return isInvented ? "a title or value does not stand on the page in these very words" : null;
  },
  maxOutputTokens: 3_000,
  timeoutMs: 45_000,
});
