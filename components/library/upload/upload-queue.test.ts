import { expect, test, vi } from "vitest";
import { countStates, createUploadQueue, type Send, type StoredFile } from "./upload-queue.logic";

const stored: StoredFile = { documentId: "d", snapshotId: "s", outcome: "created" };
const files = (...paths: string[]) => paths.map((path) => ({ file: new File(["x"], path), path }));

/** A sender whose files end when the test says so. */
function heldSender() {
  const held = new Map<string, { resolve: (file: StoredFile) => void; reject: (error: Error) => void }>();
  const send: Send = (item, _onShare, signal) =>
    new Promise((resolve, reject) => {
      held.set(item.path, { resolve, reject });
      signal.addEventListener("abort", () => reject(new Error("aborted")));
    });
  return { send, held };
}

test("three files go at once, the next when one is done", async () => {
  const { send, held } = heldSender();
  const queue = createUploadQueue(send);
  queue.add(files("a", "b", "c", "d", "e"));
  expect([...held.keys()]).toEqual(["a", "b", "c"]);
  held.get("b")?.resolve(stored);
  await vi.waitFor(() => expect([...held.keys()]).toEqual(["a", "b", "c", "d"]));
});

test("a file that fails keeps its reason and holds up nothing; retry sends it again", async () => {
  let isBroken = true;
  const queue = createUploadQueue(async (item) => {
    if (item.path === "bad" && isBroken) throw new Error("The file is larger than 200 MB.");
    return stored;
  });
  queue.add(files("bad", "good"));
  await vi.waitFor(() => expect(countStates(queue.list())).toMatchObject({ failed: 1, stored: 1 }));
  expect(queue.list()[0]?.reason).toBe("The file is larger than 200 MB.");
  isBroken = false;
  queue.retryFailed();
  await vi.waitFor(() => expect(countStates(queue.list())).toMatchObject({ failed: 0, stored: 2 }));
});

test("cancelling stops what is being sent and what waits", async () => {
  const { send } = heldSender();
  const queue = createUploadQueue(send);
  queue.add(files("a", "b", "c", "d"));
  queue.cancelAll();
  await vi.waitFor(() => expect(countStates(queue.list())).toMatchObject({ cancelled: 4, sending: 0, waiting: 0 }));
});

test("one file can be cancelled alone, sent or waiting", async () => {
  const { send, held } = heldSender();
  const queue = createUploadQueue(send);
  queue.add(files("a", "b", "c", "d"));
  queue.cancel(4);
  queue.cancel(1);
  await vi.waitFor(() =>
    expect(queue.list().map((item) => item.state)).toEqual(["cancelled", "sending", "sending", "cancelled"]),
  );
  expect(held.has("d")).toBe(false);
});
