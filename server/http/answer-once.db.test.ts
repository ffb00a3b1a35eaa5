import { expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { answerOnce } from "./answer-once";

vi.setConfig({ testTimeout: 60_000 });
openTestDatabase();

const post = (body: string) => new Request("http://localhost/api/v1/collections", { method: "POST", body });

test("ten requests at once with one key do the work once and get one reply", async () => {
  const ctx = await aWorkspace();
  let runs = 0;
  const work = async (request: Request) => {
    runs++;
    await new Promise((next) => setTimeout(next, 50));
    return Response.json({ run: runs, body: await request.text() });
  };
  const replies = await Promise.all(Array.from({ length: 10 }, () => answerOnce(ctx, "k1", post("a"), work)));
  expect(runs).toBe(1);
  for (const reply of replies) expect(await reply.json()).toEqual({ run: 1, body: "a" });
});

test("the same key with another body is refused", async () => {
  const ctx = await aWorkspace();
  await answerOnce(ctx, "k", post("a"), async () => Response.json({}));
  await expect(answerOnce(ctx, "k", post("b"), async () => Response.json({}))).rejects.toMatchObject({
    code: "conflict",
  });
});

test("keys of two workspaces have nothing to do with each other", async () => {
  const [a, b] = [await aWorkspace(), await aWorkspace()];
  const reply = (name: string) => async () => Response.json({ name });
  await answerOnce(a, "k", post("x"), reply("a"));
  expect(await (await answerOnce(b, "k", post("x"), reply("b"))).json()).toEqual({ name: "b" });
});

test("a failure of ours is not kept, so that the request can be sent again", async () => {
  const ctx = await aWorkspace();
  const failed = await answerOnce(ctx, "k", post("x"), async () => new Response("", { status: 503 }));
  expect(failed.status).toBe(503);
  expect((await answerOnce(ctx, "k", post("x"), async () => Response.json({ ok: true }))).status).toBe(200);
});
