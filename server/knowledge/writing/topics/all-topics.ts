import { awardTopics } from "./award";
import { contractTopics } from "./contract";
import { makingTopics } from "./making";
import { moneyTopics } from "./money";
import { offerTopics } from "./offers";
import { paperworkTopics } from "./paperwork";
import { runningTopics } from "./running";
import { serviceTopics } from "./service";
import type { Topic } from "./topic";

export const allTopics: readonly Topic[] = [
  ...offerTopics,
  ...awardTopics,
  ...contractTopics,
  ...moneyTopics,
  ...runningTopics,
  ...paperworkTopics,
  ...serviceTopics,
  ...makingTopics,
];
