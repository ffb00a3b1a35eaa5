import { z } from "zod";

/**
 * Values as an address carries them: everything in `?name=value` is a string, so one value of a list arrives bare, and "false" is a
 * word that JavaScript takes for true. Inputs of reads are made of these, so that REST and the other doors mean the same. Callers
 * in code give lists and booleans; the types say so.
 */
export function listOf<T extends z.ZodType>(item: T, most = 50) {
  return z.preprocess((given: z.input<T>[]) => (typeof given === "string" ? [given] : given), z.array(item).max(most));
}

const words = new Map<unknown, boolean>([
  ["true", true],
  ["false", false],
]);
export const flag = z.preprocess((given: boolean) => words.get(given) ?? given, z.boolean());
