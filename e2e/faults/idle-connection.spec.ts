import { expect, test } from "@playwright/test";

test("an idle connection outlives the patience of a reverse proxy, so that no request is sent into one that closes", async ({
  request,
}) => {
  const reply = await request.get("/api/health/ready");
  expect(reply.ok()).toBe(true);
  const seconds = Number(/timeout=(\d+)/.exec(reply.headers()["keep-alive"] ?? "")?.[1]);
  expect(seconds).toBeGreaterThan(60);
});
