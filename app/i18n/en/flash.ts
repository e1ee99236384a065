import type { Words } from "../vi.ts";

export const flash: Words["flash"] = {
  saved: "Saved.",
  password_changed: "Password changed. Your other devices are signed out.",
  password_set: "New password saved. Your other devices are signed out.",
  welcome: "Password saved. Your account is ready.",
  address_asked: "A confirmation has been sent to the new address.",
  address_changed: "E-mail changed.",
  session_revoked: "That device is signed out.",
  sessions_revoked: "Every other device is signed out.",
  signed_out: "Signed out.",
  test_letter: "A test letter is on its way. It arrives within minutes if mail works.",
  letter_resent: "The letter is on its way.",
  letter_dropped: "The letter was dropped.",
  joined: "You are on this ticket now. New answers show in your list.",
  left_ticket: "Done. That ticket is no longer shown to you.",
  unfollowed: "You no longer follow that ticket, and it is no longer shown to you.",
};
