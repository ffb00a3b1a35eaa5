import { InvalidInputError } from "@/server/platform/errors";

/**
 * The same request when its body is one JSON object; an empty body counts as one without fields. Anything else is refused here: spread
 * into an input, a list or null would pass for an object in which nothing was said. Throws InvalidInputError.
 */
export async function withObjectBody(request: Request): Promise<Request> {
  if (request.method === "GET" || request.method === "DELETE") return request;
  if (!request.headers.get("content-type")?.includes("application/json")) return request;
  const text = await request.text();
  const body = text.trim() === "" ? "{}" : text;
  const sent = whatWasSent(body);
  if (sent !== "object") {
    throw new InvalidInputError(
      `The body must be one JSON object with the fields that /api/v1/openapi.json gives for this operation: {"field": value}. ${sent}`,
    );
  }
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body });
}

function whatWasSent(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    if (value === null) return "null was sent.";
    if (Array.isArray(value)) return "A list was sent.";
    return typeof value === "object" ? "object" : `A ${typeof value} was sent.`;
  } catch {
    return "What was sent cannot be read as JSON.";
  }
}
