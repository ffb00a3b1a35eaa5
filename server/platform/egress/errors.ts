import { AppError } from "../errors";

/** Why a request did not go through; for logs and metrics, never for the person who typed the address. */
export type EgressReason =
  | "private_address"
  | "private_name"
  | "dns"
  | "refused"
  | "reset"
  | "tls"
  | "failed"
  /** Before the answer's headers, or (`fetch`) anywhere. */
  | "timeout"
  | "timeout_body"
  | "redirects"
  | "encoding";

/**
 * The other end was not reached. Refused, filtered, wrong and dead addresses read the same from outside, so that nobody
 * can map a network by asking.
 */
export class UnreachableError extends AppError {
  readonly code = "unavailable";
  override readonly retry = "later";
  constructor(
    readonly reason: EgressReason,
    options?: ErrorOptions,
  ) {
    super("This address could not be reached. Check it, or try again later.", options);
  }
}

/** The address itself is of a kind that Outrider never opens: visible from its text, so saying it reveals nothing. */
export class AddressNotAllowedError extends AppError {
  readonly code = "blocked";
  constructor(message = "Only http and https addresses on the usual ports, without a user name, can be opened.") {
    super(message);
  }
}

/** Whether the door kept the request from a place that is not public or of a kind that is never opened, as opposed to a place that did not answer. */
export function isBlockedAddress(error: unknown): boolean {
  if (error instanceof AddressNotAllowedError) return true;
  return error instanceof UnreachableError && (error.reason === "private_address" || error.reason === "private_name");
}
