import { formatDollars } from "@/lib/money";
import { AppError } from "@/server/platform/errors";

/** The month's budget for models is used up; what would have been asked of a model is answered by rules instead. */
export class OverBudgetError extends AppError {
  readonly code = "over_budget";
  constructor(budgetMicros: number) {
    super(
      `This month's budget for models (${formatDollars(budgetMicros)}) is used up. An admin can raise it in Settings, Models.`,
    );
  }
}
