// The production server. Listens on this machine only unless OUTRIDER_HOST says otherwise (containers: 0.0.0.0).
// In one process with the server, so that a signal reaches the application's own shutdown.
import { createRequire, flushCompileCache } from "node:module";

const port = process.env.PORT || "3000";
// The other settings are checked by the application (lib/env.ts); this one the framework reads before, and refuses in words of its own.
if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
  process.stderr.write(
    `Outrider cannot start: The environment is not right. Correct these variables and start again:\n  PORT: ${JSON.stringify(port)} is no number from 0 (any that is free) to 65535\n`,
  );
  process.exit(1);
}
const host = process.env.OUTRIDER_HOST || "127.0.0.1";
process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
// The application drains its streams and work itself (SIGTERM) before the process may end.
process.env.NEXT_MANUAL_SIG_HANDLE ??= "true";

// Longer than clients and reverse proxies keep an idle connection (mostly 60 s): a server that hangs up first resets the request that is
// just being sent on it. Node's own five seconds do.
const keepAliveMs = "75000";

// What was compiled is written when a process ends well; this one may be killed.
setTimeout(flushCompileCache, 30_000).unref();

const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
process.argv = [process.argv[0], next, "start", "--port", port, "--hostname", host, "--keepAliveTimeout", keepAliveMs];
await import(next);
