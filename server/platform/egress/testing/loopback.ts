import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";

/** Servers of one test file; `closeAll` after each test. */
export class Loopback {
  readonly #cleanups: (() => Promise<unknown>)[] = [];

  onClose(cleanup: () => Promise<unknown>): void {
    this.#cleanups.push(cleanup);
  }

  async closeAll(): Promise<void> {
    for (const cleanup of this.#cleanups.splice(0).reverse()) await cleanup();
  }

  /** An HTTP server; `endpoint` is its `host:port`. */
  async http(
    listener: RequestListener,
    host = "127.0.0.1",
    port = 0,
  ): Promise<{ url: string; endpoint: string; port: number }> {
    const server = createServer(listener);
    const taken = await this.#listen(server, port, host);
    this.onClose(async () => server.closeAllConnections());
    return { url: `http://${host}:${taken}`, endpoint: `${host}:${taken}`, port: taken };
  }

  async tcp(listener: (socket: Socket) => void): Promise<{ url: string; endpoint: string; port: number }> {
    const open = new Set<Socket>();
    const server = createTcpServer((socket) => {
      open.add(socket);
      socket.on("error", () => {}).on("close", () => open.delete(socket));
      listener(socket);
    });
    const port = await this.#listen(server, 0, "127.0.0.1");
    this.onClose(async () => {
      for (const socket of open) socket.destroy();
    });
    return { url: `http://127.0.0.1:${port}`, endpoint: `127.0.0.1:${port}`, port };
  }

  /** A loopback listener on a port that the policy allows: whoever slips past the address check is counted. */
  async sentinel(): Promise<{ port: number; accepts: () => number; requests: string[] }> {
    let accepts = 0;
    const requests: string[] = [];
    for (const port of [8443, 8080, 80, 443]) {
      const server = createServer((request, response) => {
        requests.push(`${request.method} ${request.url}`);
        response.end("you should not be here");
      });
      server.on("connection", () => accepts++);
      try {
        // Every address of this machine, both families.
        await this.#listen(server, port, "::");
        this.onClose(async () => server.closeAllConnections());
        return { port, accepts: () => accepts, requests };
      } catch {
        // Somebody else's port; the next one serves as well.
      }
    }
    throw new Error("no usual web port is free for the sentinel");
  }

  #listen(server: Server, port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      server.once("error", reject).listen(port, host, () => {
        this.onClose(() => new Promise((done) => server.close(done)));
        resolve((server.address() as AddressInfo).port);
      });
    });
  }
}
