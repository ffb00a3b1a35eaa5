/** What keeps a crawl polite and stubborn: waits between attempts, a breaker for each source, one pace for each host. */
export { afterOutcome, type BreakerState, blockedUntil, breakerStatus, readBreaker } from "./breaker";
export { enterHost, type HostRules } from "./enter-host";
export { takeSlot } from "./host-slots";
export { retryDelayMs } from "./retry-delay";
