import type { Words } from "../vi.ts";

export const redaction: Words["redaction"] = {
  title: "Black out parts of the picture",
  lead: "Drag with the mouse or a finger. What is covered never leaves this computer.",
  keys: "Keyboard: add a box, arrows move it, Shift and arrows resize it.",
  add: "Add a box",
  done: "Use this picture",
  canvas: "The picture and its boxes",
  count: (n) => (n === 1 ? "1 box" : `${n} boxes`),
};
