import type { Words } from "../vi.ts";

export const tickets: Words["tickets"] = {
  status: {
    new: "New",
    assigned: "Assigned",
    in_progress: "In progress",
    on_hold: "On hold",
    resolved: "Resolved",
    closed: "Closed",
    cancelled: "Cancelled",
  },
  duplicate: "Duplicate",
  duplicateOf: (of) => `Same as ${of}`,
  kind: {
    software_error: "Software error",
    missing_permission: "Missing permission",
    account: "Account",
    how_to: "How to",
    data_correction: "Data correction",
    equipment: "Equipment",
    network: "Network",
    other: "Other",
  },
  impact: {
    one_person: "One person",
    one_department: "The whole department",
    counter_slowed: "A counter is slow",
    counter_stopped: "A counter has stopped",
    whole_ward: "The whole unit",
  },
  urgency: { now: "Right now", today: "Today", later: "In a few days" },
  priority: { p1: "Very high", p2: "High", p3: "Medium", p4: "Low" },
};
