import { say } from "./output";

// Loaded here and not by an import above: settings are read while modules load, and a wrong one is told in words, not as a stack.
try {
  await import("./main");
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
