/** Covering parts of a picture; the report form brings it along only when somebody covers something. */
export const redaction = {
  title: "Che bớt trên ảnh",
  lead: "Kéo chuột hoặc ngón tay để che. Phần bị che không rời khỏi máy này.",
  keys: "Bàn phím: Thêm ô che, mũi tên để dời, Shift cùng mũi tên để đổi cỡ.",
  add: "Thêm ô che",
  done: "Dùng ảnh đã che",
  canvas: "Ảnh và các ô che",
  count: (n: number) => `${n} ô che`,
};
