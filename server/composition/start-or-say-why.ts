/**
 * Starts what this server process needs. Without its environment or its records a server would answer every request with an error,
 * so it says why and ends. Imports inside: a wrong variable is found while the modules load.
 */
export async function startOrSayWhy(): Promise<void> {
  try {
    const { startProcess } = await import("./lifecycle");
    await startProcess();
  } catch (error) {
    process.stderr.write(`Outrider cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
