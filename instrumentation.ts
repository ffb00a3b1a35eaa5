/** Next calls this once in each server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("@/server/composition/start");
  const { stopOnSignals } = await import("@/server/composition/lifecycle");
  stopOnSignals();
  await startServer();
}
