import type { FetchRequest } from "./fetch-page";

/** A request that posts these fields as a browser's form does. */
export function asPosted(form: Record<string, string>): Pick<FetchRequest, "method" | "body" | "headers"> {
  return {
    method: "POST",
    body: new URLSearchParams(form).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  };
}
