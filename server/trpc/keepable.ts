import { InvalidInputError } from "@/server/platform/errors";

const deepest = 40;

/**
 * Refuses what no table can keep and no schema asks for: the character U+0000, halves of characters, and values nested without
 * end. Asked once for every input, so that no field has to think of it. Throws InvalidInputError.
 */
export function assertKeepable(input: unknown): void {
  const open: [unknown, number][] = [[input, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value === "string") assertKeepableText(value);
    if (typeof value !== "object" || value === null) continue;
    if (depth > deepest) throw new InvalidInputError(`This input is more than ${deepest} levels deep.`);
    for (const [key, inner] of Object.entries(value)) {
      assertKeepableText(key);
      open.push([inner, depth + 1]);
    }
  }
}

function assertKeepableText(text: string): void {
  if (text.includes("\u0000")) throw new InvalidInputError("A text holds the character U+0000, which cannot be kept.");
  if (!text.isWellFormed()) throw new InvalidInputError("A text holds half of a character. Type or paste it again.");
}
