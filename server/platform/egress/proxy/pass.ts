import { randomBytes, timingSafeEqual } from "node:crypto";
import type { EgressReason } from "../errors";

const maxNotes = 200;

/** One browser context's right to use the proxy: a name and a password, a number of bytes, and what was refused. */
export class ProxyPass {
  readonly username = randomBytes(9).toString("base64url");
  readonly password = randomBytes(24).toString("base64url");
  readonly #running = new Set<() => void>();
  readonly #refusals = new Map<string, EgressReason>();
  #bytesLeft: number;
  #only: ReadonlySet<string> | null = null;
  /** Called when more was sent than this pass may bring. */
  onSpent: () => void = () => {};

  constructor(
    readonly maxBytes: number,
    readonly revoke: () => void,
  ) {
    this.#bytesLeft = maxBytes;
  }

  /** Whether more was sent than this pass may bring; everything it had running was cut off then. */
  get isSpent(): boolean {
    return this.#bytesLeft < 0;
  }

  /** From now on only these endpoints (`host:port`) are reached; what runs is cut off, also to them. Null lifts it. */
  restrictTo(endpoints: ReadonlySet<string> | null): void {
    this.#only = endpoints;
    if (endpoints) this.cutOff();
  }

  mayReach(endpoint: string): boolean {
    return this.#only === null || this.#only.has(endpoint);
  }

  /** Why a request to this endpoint (`host:port`) did not go out since the last renewal, if one did not. */
  refusalOf(endpoint: string): EgressReason | undefined {
    return this.#refusals.get(endpoint);
  }

  /** A new page begins: a new number of bytes, nothing refused yet. */
  renew(): void {
    this.#bytesLeft = this.maxBytes;
    this.#refusals.clear();
  }

  note(endpoint: string, reason: EgressReason): void {
    if (this.#refusals.size < maxNotes) this.#refusals.set(endpoint, reason);
  }

  spend(bytes: number): void {
    const wasSpent = this.isSpent;
    this.#bytesLeft -= bytes;
    if (!this.isSpent) return;
    this.cutOff();
    if (!wasSpent) this.onSpent();
  }

  /** Registers something that runs under this pass; the result takes it off again. */
  hold(stop: () => void): () => void {
    this.#running.add(stop);
    if (this.isSpent) stop();
    return () => this.#running.delete(stop);
  }

  cutOff(): void {
    for (const stop of [...this.#running]) stop();
  }
}

/** Gives passes out and recognises them. */
export class PassDesk {
  readonly #passes = new Map<string, ProxyPass>();

  admit(maxBytes: number): ProxyPass {
    const pass = new ProxyPass(maxBytes, () => {
      this.#passes.delete(pass.username);
      pass.cutOff();
    });
    this.#passes.set(pass.username, pass);
    return pass;
  }

  /** The pass of a Proxy-Authorization header (Basic, RFC 7617), if it is right. */
  find(header: string | undefined): ProxyPass | undefined {
    if (!header?.startsWith("Basic ")) return undefined;
    const [username = "", password = ""] = Buffer.from(header.slice(6), "base64").toString("utf8").split(":");
    const pass = this.#passes.get(username);
    if (!pass) return undefined;
    const given = Buffer.from(password);
    const expected = Buffer.from(pass.password);
    return given.length === expected.length && timingSafeEqual(given, expected) ? pass : undefined;
  }

  revokeAll(): void {
    for (const pass of [...this.#passes.values()]) pass.revoke();
  }
}
