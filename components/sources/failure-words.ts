import { TRPCClientError } from "@trpc/client";
import { errorMessage } from "@/components/shell/query-error";

/** A refused input comes as the list of its issues, written for programs; the first one is what a person needs. */
export function failureWords(error: unknown): string {
  if (error instanceof TRPCClientError && error.data?.code === "BAD_REQUEST" && error.message.startsWith("[")) {
    try {
      const [first]: unknown[] = JSON.parse(error.message);
      if (hasMessage(first)) return first.message;
    } catch {
      // It only looked like a list.
    }
  }
  return errorMessage(error);
}

function hasMessage(issue: unknown): issue is { message: string } {
  return typeof issue === "object" && issue !== null && "message" in issue && typeof issue.message === "string";
}
