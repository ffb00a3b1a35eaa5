/** Where a request comes from; written down with sessions, counted by limits. */
export interface Caller {
  /** The network address as far as it can be trusted; empty when it is not known. */
  address: string;
  userAgent: string;
  requestId: string;
}
