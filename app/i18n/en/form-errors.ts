import type { Words } from "../vi.ts";

export const formErrors: Words["formErrors"] = {
  required: "This needs an answer",
  too_short: "This is too short",
  too_long: "This is too long",
  too_big: "This number is too large",
  too_small: "This number is too small",
  malformed: "This does not have the right form",
  not_offered: "Choose one of the offered answers",
  repeated: "This takes one value only",
  bad_characters: "There are characters here that cannot be read. Delete them and type again.",
  file_not_expected: "No file can be sent here",
  file_too_large: "The file is larger than 10 MB. Capture only the part that matters, or compress it.",
  too_many_files: "At most 10 files at a time",
  too_large: "This is too much to send at once",
  conflict: "Somebody else has just changed this ticket. Look again, then decide.",
  forbidden: "You may not do this",
  limited: "Too many attempts. Wait a few minutes and try again.",
  password_wrong: "The current password does not match",
  password_too_short: "The new password needs at least 15 characters",
  password_too_long: "The new password is longer than 128 characters",
  password_guessable: "This password is easy to guess. Choose another sentence.",
};
