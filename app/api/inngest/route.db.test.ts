import { expect, it } from "vitest";
import { openTestDatabase } from "@/drizzle/testing";
import { GET, POST, PUT } from "./route";

openTestDatabase();

it("is not there for anybody outside while the embedded engine runs the jobs", async () => {
  // The SDK in development mode would run this unsigned call.
  const body = JSON.stringify({
    version: 2,
    event: { name: "mail/queued", data: { mailId: "x" } },
    events: [],
    steps: {},
    ctx: { run_id: "made-up", attempt: 0 },
  });
  const url = "http://localhost/api/inngest?fnId=outrider-send-mail&stepId=step";
  const call = (method: string) => new Request(url, method === "GET" ? { method } : { method, body }) as never;
  for (const answer of [await POST(call("POST"), undefined), await PUT(call("PUT"), undefined), GET()]) {
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("");
    expect([...answer.headers.keys()].filter((name) => name.startsWith("x-inngest"))).toEqual([]);
  }
});
