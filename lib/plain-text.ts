import { z } from "zod";

/** What a person writes, up to so many characters. The database keeps every character but NUL, which no keyboard makes. */
export function plainText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !text.includes("\0"), "This holds a character that cannot be kept (NUL).");
}
