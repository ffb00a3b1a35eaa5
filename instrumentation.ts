/** Next calls this once in each server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("@/server/composition/start");
  const { stopOnSignals, surviveStrayErrors } = await import("@/server/composition/lifecycle");
  stopOnSignals();
  surviveStrayErrors();
  try {
    await startServer();
  } catch (error) {
    // A server without its records would answer every request with an error; say why and end.
    process.stderr.write(`Outrider cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
