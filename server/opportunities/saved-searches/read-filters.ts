import { InvalidInputError } from "@/server/platform/errors";
import { type ListOpportunitiesInput, listOpportunitiesInput } from "../list/schemas";

const mostBytes = 8000;

/** The list's input that kept filters stand for. Throws InvalidInputError when they are none. */
export function readFilters(filters: Record<string, unknown>): ListOpportunitiesInput {
  const { cursor: _, limit: __, ...kept } = filters;
  const written = JSON.stringify(kept);
  if (written.length > mostBytes || written.includes("\\u0000"))
    throw new InvalidInputError("This search cannot be kept: it names too many things.");
  const read = listOpportunitiesInput.safeParse(kept);
  if (read.success) return read.data;
  throw new InvalidInputError("This is not what the list of opportunities can be narrowed by.", { cause: read.error });
}

/** What is kept of it: where in the list somebody was is not. */
export function keepFilters(filters: Record<string, unknown>): Record<string, unknown> {
  const { cursor: _, limit: __, ...kept } = readFilters(filters);
  return kept;
}
