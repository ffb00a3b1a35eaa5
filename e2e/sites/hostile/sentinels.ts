import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";

export interface Sentinels {
  /** Addresses that nobody has been allowed to call. */
  origins: string[];
  /** What reached them: the first line of each connection. */
  contacts: string[];
  close: () => Promise<void>;
}

/** Listeners beside a site that count whoever calls: a connection is a contact, whatever is said on it. */
export async function startSentinels(count = 3): Promise<Sentinels> {
  const contacts: string[] = [];
  const servers: Server[] = [];
  for (let index = 0; index < count; index++) {
    const server = createServer((socket) => {
      const at = contacts.push("connection") - 1;
      socket.on("error", () => {});
      socket.once("data", (data) => {
        contacts[at] = String(data).split("\r\n")[0] ?? "";
        socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok");
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, "127.0.0.1", resolve);
    });
    servers.push(server);
  }
  const origins = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const close = async () => {
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  };
  return { origins, contacts, close };
}
