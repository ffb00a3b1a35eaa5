// Tests talk to this machine only: a socket to anywhere else is a mistake of the test or of the door out.
import { isIP, Socket } from "node:net";

// Once per process: the next file of tests in it finds the door shut already.
const shut = Symbol.for("outrider.tests.no-network");
const connect = Socket.prototype.connect;

/** Servers that whoever started the tests has named. */
const named = new Set(
  ["TEST_DATABASE_URL", "TEST_REDIS_URL", "INNGEST_DEV"].map((name) => URL.parse(process.env[name] ?? "")?.hostname),
);

if (!connect[shut]) Socket.prototype.connect = Object.assign(connectLocally, { [shut]: true });

function connectLocally(...args) {
  // Node hands on its own normalised form: one array that holds the options.
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof options === "object" ? options.host : args[1];
  const isLocal =
    // A socket file; plain HTTP says null.
    typeof options?.path === "string" ||
    !host ||
    named.has(host) ||
    host === "localhost" ||
    host === "::1" ||
    (isIP(host) === 4 && host.startsWith("127."));
  if (!isLocal && isIP(host)) throw new Error(`a test tried to reach ${host}: tests stay on this machine`);
  if (!isLocal) options.lookup = localLookup(options.lookup);
  return connect.apply(this, args);
}

/** A name is judged by what it resolves to; test names resolve through the lookup that the test brought. */
function localLookup(lookup) {
  return (name, options, callback) => {
    if (!lookup) return callback(new Error(`a test tried to reach ${name}: tests stay on this machine`));
    return lookup(name, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      const foreign = error ? undefined : addresses.find((address) => !/^127\.|^::1$/.test(address));
      callback(
        foreign ? new Error(`a test tried to reach ${name} (${foreign}): tests stay on this machine`) : error,
        found,
        family,
      );
    });
  };
}
