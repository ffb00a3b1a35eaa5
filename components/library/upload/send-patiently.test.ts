import { describe, expect, it } from "vitest";
import { BrokenConnectionError, sendPatiently } from "./send-patiently.logic";
import type { Send, UploadItem } from "./upload-queue.logic";

const item = {} as UploadItem;
const stored = { documentId: "d", snapshotId: "s" } as Awaited<ReturnType<Send>>;

/** Fails as told, one after the other, and then stores. */
function aSender(...failures: Error[]) {
  let tries = 0;
  const send: Send = async () => {
    const failure = failures[tries++];
    if (failure) throw failure;
    return stored;
  };
  return { send, tries: () => tries };
}

describe("a file whose connection breaks", () => {
  it("is sent again, and begins anew", async () => {
    const { send, tries } = aSender(new BrokenConnectionError(), new BrokenConnectionError());
    const shares: number[] = [];
    const sent = sendPatiently(send, [1, 1])(item, (share) => shares.push(share), new AbortController().signal);
    expect(await sent).toBe(stored);
    expect([tries(), shares]).toEqual([3, [0, 0]]);
  });

  it("is given up after the last pause, and says why", async () => {
    const { send, tries } = aSender(...Array.from({ length: 9 }, () => new BrokenConnectionError()));
    const sent = sendPatiently(send, [1, 1])(item, () => {}, new AbortController().signal);
    await expect(sent).rejects.toThrow("The connection broke. Try again.");
    expect(tries()).toBe(3);
  });

  it("is not sent again when the server said no, or when it was cancelled meanwhile", async () => {
    const refused = aSender(new Error("Too large."));
    await expect(sendPatiently(refused.send, [1])(item, () => {}, new AbortController().signal)).rejects.toThrow(
      "Too large.",
    );
    expect(refused.tries()).toBe(1);
    const cancelled = aSender(new BrokenConnectionError());
    const abort = new AbortController();
    const sent = sendPatiently(cancelled.send, [60_000])(item, () => {}, abort.signal);
    setTimeout(() => abort.abort(), 5);
    await expect(sent).rejects.toThrow("Cancelled.");
    expect(cancelled.tries()).toBe(1);
  });
});
