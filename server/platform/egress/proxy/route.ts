import type { Agent } from "node:http";
import type { LookupFunction } from "node:net";
import type { ProxyPass } from "./pass";

/** A request that the policy lets through, and how its connection is to be made. */
export interface Route {
  pass: ProxyPass;
  url: URL;
  /** Hands out checked addresses only. */
  lookup: LookupFunction;
  agent: Agent;
  /** To be told when the request failed on its way. */
  onFailed: (error: unknown) => void;
}

export const connectMs = 10_000;
export const idleMs = 60_000;
/** On the proxy's own answers, and taken off everybody else's: whether it was the proxy that said no. */
export const refusedField = "x-outrider-refused";
