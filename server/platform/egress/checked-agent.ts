import { lookup as systemLookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { UnreachableError } from "./errors";

export interface ResolvedAddress {
  address: string;
  family: number;
}
export type Resolve = (hostname: string) => Promise<ResolvedAddress[]>;

export const resolveWithSystem: Resolve = (hostname) => systemLookup(hostname, { all: true, verbatim: true });

/**
 * Connections whose address was checked: the name is resolved once, every record must pass, and the socket connects to
 * exactly those records, so a second answer of the name server cannot change the target. TLS still verifies the name.
 */
export function checkedAgent(isAllowed: (address: string) => boolean, resolve: Resolve): Agent {
  const connect = buildConnector({ lookup: checkedLookup(isAllowed, resolve), timeout: 10_000 });
  return new Agent({
    connect: (options, callback) => {
      // A literal address is never looked up, so it is checked here.
      const host = options.hostname.replace(/^\[|\]$/g, "");
      if (isIP(host) && !isAllowed(host)) callback(new UnreachableError("private_address"), null);
      else connect(options, callback);
    },
    // Time limits are the caller's, per request (see limits.ts).
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 10_000,
    connections: 64,
  });
}

/** A socket's `lookup` that hands out checked records only. Literal addresses never come here: their user checks them. */
export function checkedLookup(isAllowed: (address: string) => boolean, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (records) => {
        const [first] = records;
        if (!first || !records.every(({ address }) => isAllowed(address))) {
          callback(new UnreachableError("private_address"), "", 0);
        } else if (options.all) {
          callback(null, records);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error) => callback(error, "", 0),
    );
  };
}
