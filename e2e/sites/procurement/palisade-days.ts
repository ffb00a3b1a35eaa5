import { palisade } from "./palisade";
import type { PortalEvent, PortalStory } from "./portal-days";

const is = (what: PortalEvent["what"], title: string): PortalEvent => ({ what, title });

/** The eighth portal's story: one tender closes later, one demand is sharpened, one leaves. */
export const palisadeStory: PortalStory = {
  skin: palisade,
  days: {
    1: {
      set: [{ moveDeadline: { title: "Chiller Replacement, Science Hall", days: 7 } }],
      events: [
        is("new", "Greenhouse Glazing Repair"),
        {
          what: "deadline",
          title: "Chiller Replacement, Science Hall",
          was: "12/14/2026 10:00 AM MST",
          is: "12/21/2026 10:00 AM MST",
        },
      ],
    },
    2: {
      set: [
        { setStatus: { title: "Executive Search Services for a Provost", status: "cancelled" } },
        {
          amendNeed: {
            title: "Student Health Insurance Plan",
            need: "The carrier must be rated A or better by A.M. Best.",
          },
        },
      ],
      events: [
        is("new", "Medical Waste Pick-up"),
        is("closed", "Custodial Paper and Liners"),
        is("cancelled", "Executive Search Services for a Provost"),
        {
          what: "need",
          title: "Student Health Insurance Plan",
          was: "The carrier must be rated A- or better by A.M. Best.",
          is: "The carrier must be rated A or better by A.M. Best.",
        },
      ],
    },
    3: {
      set: [
        { setStatus: { title: "Dining Hall Point of Sale", status: "awarded" } },
        { withdraw: { title: "Laboratory Animal Bedding" } },
        { moveDeadline: { title: "Ultra-Low Temperature Freezers (Six)", days: 4 } },
      ],
      events: [
        is("awarded", "Dining Hall Point of Sale"),
        is("gone", "Laboratory Animal Bedding"),
        {
          what: "deadline",
          title: "Ultra-Low Temperature Freezers (Six)",
          was: "12/11/2026 12:00 PM MST",
          is: "12/15/2026 12:00 PM MST",
        },
      ],
    },
  },
};
