/**
 * What can go wrong with a page here, and what a patient reader can make of it. `attempts` is how many requests the page
 * needs until it is served whole; null means that no patience helps.
 */
export const faultKinds = {
  fine: { attempts: 1 },
  burst_5xx: { attempts: "some" },
  permanent_5xx: { attempts: null },
  slow_once: { attempts: 2 },
  slow_loris: { attempts: null },
  redirect_chain: { attempts: 1 },
  redirect_loop: { attempts: null },
  gzip_bomb: { attempts: null },
  broken_gzip: { attempts: null },
  rate_limited_long: { attempts: 2 },
  rate_limited_short: { attempts: "some" },
  captcha: { attempts: null },
  maintenance_503: { attempts: "some" },
  maintenance_200: { attempts: null },
  half_closed_once: { attempts: 2 },
  half_closed: { attempts: null },
  wrong_charset: { attempts: 1 },
  huge: { attempts: null },
  soft_404: { attempts: null },
  gone: { attempts: null },
  reset_once: { attempts: 2 },
  reset: { attempts: null },
} as const satisfies Record<string, { attempts: number | null | "some" }>;

export type FaultKind = keyof typeof faultKinds;

export interface FaultTruth {
  path: string;
  fault: FaultKind;
  /** Whether the page's own text can be had at all. */
  isRecoverable: boolean;
  /** Requests needed until the page comes whole; null when it never does. */
  attempts: number | null;
  /** A sentence that stands on the page when it comes whole, and on no other page. */
  text: string;
}
