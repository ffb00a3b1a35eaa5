import { connect } from "node:net";
import { encodeCommand, ReplyReader } from "./resp.mjs";

/**
 * One socket to Redis. Replies come back in the order of the commands; a list of commands is written at once, so
 * nobody else's command stands between MULTI and EXEC. When the socket breaks, everything that waits is rejected.
 */
export class RedisConnection {
  #socket;
  #waiting = [];
  #onPush;

  constructor({ host, port, password, onPush = undefined, onClose = () => {} }) {
    this.#onPush = onPush;
    this.#socket = connect({ host, port });
    this.#socket.setNoDelay(true);
    const reader = new ReplyReader((reply) => this.#take(reply));
    this.#socket.on("data", (chunk) => reader.push(chunk));
    this.#socket.on("error", () => {});
    this.#socket.on("close", () => {
      const waiting = this.#waiting.splice(0);
      for (const { reject } of waiting) reject(new Error("Redis is not reachable"));
      onClose();
    });
    if (password) this.send([["AUTH", password]]).catch(() => {});
  }

  /** Sends the commands in one write; resolves with one reply each (an error is a reply too). */
  send(commands) {
    if (this.#socket.destroyed) return Promise.reject(new Error("Redis is not reachable"));
    const replies = commands.map(() => new Promise((resolve, reject) => this.#waiting.push({ resolve, reject })));
    this.#socket.write(Buffer.concat(commands.map(encodeCommand)));
    return Promise.all(replies);
  }

  /** After this the connection only listens: each message goes to `onPush`. */
  subscribe(command) {
    this.#socket.write(encodeCommand(command));
  }

  close() {
    this.#socket.destroy();
  }

  #take(reply) {
    if (this.#onPush && Array.isArray(reply)) this.#onPush(reply);
    else this.#waiting.shift()?.resolve(reply);
  }
}
