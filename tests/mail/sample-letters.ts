import { type Letter, MAIL_CONTENTS, type MailContent, type TicketNews } from "#app/mail/letter.ts";

const at = (time: string) => new Date(`2026-11-24T${time}+07:00`);
const LINK = "https://tram.example/invitation/abc";

export const someNews = (over: Partial<TicketNews> = {}): TicketNews => ({
  number: 10432,
  status: "in_progress",
  title: "Không ký phát hành được văn bản",
  happened: [
    { type: "ticket.taken", sentence: "Trần Văn Minh nhận xử lý", who: "Trần Văn Minh", at: at("08:07"), text: null },
    {
      type: "ticket.reclassified",
      sentence: "Trần Văn Minh đổi mức ưu tiên từ P3 thành P1",
      who: "Trần Văn Minh",
      at: at("08:08"),
      text: null,
    },
    {
      type: "ticket.replied",
      sentence: "Trần Văn Minh trả lời",
      who: "Trần Văn Minh",
      at: at("08:09"),
      text: "Đang kiểm tra chứng thư số.\nXong trước 09:30.",
    },
    { type: "ticket.noted", sentence: "Đỗ Khánh Vy ghi chú nội bộ", who: "Đỗ Khánh Vy", at: at("08:10"), text: "Mật" },
  ],
  eventId: 77,
  ...over,
});

/** Every letter there is; those about tickets under every setting. */
export function sampleLetters(lang: "vi" | "en", name = "Nguyễn Thị Lan", ticket = someNews()): Letter[] {
  const common = { person: { name, lang }, appUrl: "https://tram.example" };
  const secret = { ...common, url: LINK, validUntil: at("08:35") };
  const withContent = (content: MailContent): Letter[] => [
    { ...common, purpose: "ticket", content, ticket },
    {
      ...common,
      purpose: "digest",
      content,
      at: at("16:00"),
      tickets: [ticket, { ...ticket, number: 10433 }],
      more: 3,
    },
  ];
  return [
    ...MAIL_CONTENTS.flatMap(withContent),
    { ...secret, purpose: "invitation" },
    { ...secret, purpose: "password_reset" },
    { ...secret, purpose: "address_confirm" },
    { ...common, purpose: "password_changed", at: at("08:05") },
    { ...common, purpose: "address_changed", at: at("08:05"), asked: false },
    { ...common, purpose: "address_changed", at: at("08:05"), asked: true },
    { ...common, purpose: "test", at: at("08:05") },
    { ...common, purpose: "access_waits", campaigns: 2, reviews: [{ year: 2027, dueOn: "2027-01-31" }] },
  ];
}
export const labelOf = (letter: Letter) =>
  `${letter.purpose}${"content" in letter ? `, ${letter.content}` : ""} (${letter.person.lang})`;
