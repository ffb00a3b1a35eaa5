import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { askAgainWhenLate } from "./ask-again";

/** A door that answers only when told, with what was true when it was asked. */
function aSlowDoor() {
  let truth = "reading";
  const waiting: (() => void)[] = [];
  const ask = () => {
    const seen = truth;
    return new Promise<string>((answer) => waiting.push(() => answer(seen)));
  };
  return { ask, waiting, set: (now: string) => (truth = now) };
}

test("what changes while it is asked for the first time is asked for again", async () => {
  const client = new QueryClient();
  askAgainWhenLate(client);
  const door = aSlowDoor();
  const observer = new QueryObserver(client, { queryKey: ["document"], queryFn: door.ask, staleTime: 15_000 });
  const stop = observer.subscribe(() => {});
  await vi.waitFor(() => expect(door.waiting).toHaveLength(1));
  door.set("ready");
  void client.invalidateQueries({ queryKey: ["document"] });
  door.waiting[0]?.();
  await vi.waitFor(() => expect(door.waiting).toHaveLength(2));
  door.waiting[1]?.();
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe("ready"));
  expect(door.waiting).toHaveLength(2);
  stop();
});

test("what nothing happened to is asked for once", async () => {
  const client = new QueryClient();
  askAgainWhenLate(client);
  const door = aSlowDoor();
  const observer = new QueryObserver(client, { queryKey: ["document"], queryFn: door.ask, staleTime: 15_000 });
  const stop = observer.subscribe(() => {});
  await vi.waitFor(() => expect(door.waiting).toHaveLength(1));
  door.waiting[0]?.();
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe("reading"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(door.waiting).toHaveLength(1);
  stop();
});
