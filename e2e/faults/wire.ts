import { connect, createServer, type Socket } from "node:net";
import { freePort } from "../../scripts/services/process.mjs";

/**
 * "refused": hangs up on whoever comes. "silent": swallows everything, of those who come, too. "deaf": swallows what is said on the connections
 * that stand, and serves new ones.
 */
type State = "whole" | "refused" | "silent" | "deaf";

/** The way to a server on this machine, which can be cut, closed, or swallow everything without a word. */
export async function aWireTo(port: number) {
  let state: State = "whole";
  const open = new Set<[Socket, Socket]>();
  const server = createServer((near) => {
    near.on("error", () => {});
    if (state === "refused") return void near.end();
    const far = connect({ port, host: "127.0.0.1" });
    const pair: [Socket, Socket] = [near, far];
    open.add(pair);
    for (const [from, to] of [pair, [far, near]] as [Socket, Socket][]) {
      from.on("data", (bytes) => to.write(bytes));
      from.on("close", () => {
        to.destroy();
        open.delete(pair);
      });
      from.on("error", () => {});
    }
    if (state === "silent") for (const one of pair) one.pause();
  });
  const own = await freePort();
  await new Promise<void>((done) => void server.listen(own, "127.0.0.1", done));
  const cut = () => {
    for (const pair of open) for (const one of pair) one.destroy();
  };
  return {
    port: own,
    set(next: State) {
      // Connections that went deaf stay so: whoever held them on must have let them go by himself.
      const isOnward = state === "deaf" && next === "whole";
      state = next;
      if (next === "refused") cut();
      if (next === "silent" || next === "deaf") for (const pair of open) for (const one of pair) one.pause();
      if (next === "whole" && !isOnward) for (const pair of open) for (const one of pair) one.resume();
    },
    cut,
    close() {
      cut();
      server.close();
    },
  };
}
