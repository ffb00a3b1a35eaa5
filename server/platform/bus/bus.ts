/**
 * Live fan-out: small messages that carry ids only ("something happened to this"), never content. Whoever hears one reads the
 * database with his own rights. A lost message costs time, not truth: followers also look by themselves now and then.
 */
export interface LiveBus {
  publish(topic: string, message: string): void;
  /** Hears messages of a topic until the returned function is called. */
  subscribe(topic: string, hear: (message: string) => void): () => void;
}
