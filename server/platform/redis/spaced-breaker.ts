import { CircuitState, type IBreaker } from "cockatiel";

/**
 * Opens after `most` failures in a row. Those that end within `spacingMs` of the last one that counted are one with it: forty commands
 * that a busy moment held up together say less than five that were slow one after the other.
 */
export class SpacedBreaker implements IBreaker {
  state = 0;
  private countedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly most: number,
    private readonly spacingMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  success(): void {
    this.state = 0;
  }

  failure(circuit: CircuitState): boolean {
    if (circuit === CircuitState.HalfOpen) return true;
    if (this.now() - this.countedAt < this.spacingMs) return false;
    this.countedAt = this.now();
    this.state += 1;
    return this.state >= this.most;
  }
}
