import { AddressNotAllowedError, type EgressReason, UnreachableError } from "@/server/platform/egress";
import { TooLargeError } from "@/server/platform/errors";
import { failure } from "./failure";
import type { FetchFailure, FetchFailureCode } from "./fetched-page";

const codes: Record<EgressReason, FetchFailureCode> = {
  private_address: "blocked_address",
  private_name: "blocked_address",
  dns: "dns",
  refused: "refused",
  reset: "reset",
  tls: "tls",
  failed: "reset",
  timeout: "timeout_headers",
  timeout_body: "timeout_body",
  redirects: "redirect_loop",
  encoding: "encoding",
};

/** The failed outcome of an error of the door out. Throws what it does not know: a mistake of ours must not pass as a site's. */
export function explainError(error: unknown, signal?: AbortSignal): FetchFailure {
  if (signal?.aborted) return failure("cancelled");
  if (error instanceof TooLargeError) return failure("too_large");
  // Visible from the address's text, so saying it reveals nothing.
  if (error instanceof AddressNotAllowedError) return failure("blocked_address", { reason: error.message });
  if (error instanceof UnreachableError) return failure(codes[error.reason]);
  throw error;
}
