import * as talk from "#drizzle/seed/data/talk.ts";
import type { Dice } from "#drizzle/seed/demo/dice.ts";
import { readTemplates } from "#drizzle/seed/demo/script.ts";

const COMBINATIONS = 6_000;
const ASIDES = [
  "Người dân {dân} đang chờ, mã hồ sơ H29.{so}.",
  "Hồ sơ của {dân} nộp ngày {d}, biên nhận {so}.",
  "Máy {may}, số máy trạm PC-{so}.",
  "Đã khởi động lại máy và đổi trình duyệt nhưng vẫn vậy.",
  "Công văn {vb} hạn hôm nay, lãnh đạo đang hỏi.",
  "Tài khoản nv{so}, liên hệ máy lẻ 1{q}.",
  "Bị từ {h}, {n} máy cùng phòng đều gặp.",
  "Nhờ kỹ thuật kiểm tra sớm giúp, quầy {q} đang đông.",
];

/** Titles and bodies as wards write them, in so many combinations; what stands in braces is filled for each ticket. */
/** Blanks that stay for the database to fill; the rest are filled here, once for all tickets. */
const BLANK = /\{(?!(?:dân|g|so|vb|qd|cv|d|h|n|q|p)\})\p{L}+\}/gu;
const filled = (text: string) => text.replace(BLANK, "11");

export function textPool(dice: Dice) {
  const templates = readTemplates();
  return Array.from({ length: COMBINATIONS }, () => {
    const template = dice.weighted(templates, ({ weight }) => weight);
    const [cause, done] = dice.pick(template.fixes);
    const sentences = [dice.pick(template.bodies), dice.pick(ASIDES), dice.pick(ASIDES), dice.pick(talk.PROCEDURES)];
    return {
      title: filled(dice.pick(template.titles)),
      body: filled(sentences.slice(0, dice.between(2, 4)).join(" ").replaceAll("{may}", dice.pick(talk.MACHINES))),
      kind: template.kind,
      impact: template.impact,
      system: template.system,
      cause: filled(cause),
      done: filled(done),
    };
  });
}

const sentencesOf = (all: talk.ByNature<string>) => Object.values(all).flat();

export function saidPool() {
  const exchanges = Object.values(talk.QUESTIONS).flat();
  const tried = readTemplates().flatMap((template) => template.tried);
  const said = [
    ...[talk.ON_IT, talk.PROGRESS, talk.THANKS, talk.STILL_FAILS, talk.APPROVED].flatMap(sentencesOf),
    ...talk.NUDGES,
    ...exchanges.flatMap(({ q, a }) => [q, a]),
    ...readTemplates().flatMap((template) => template.fixes.map(([cause, done]) => `${cause}. ${done}`)),
  ];
  const noted = [
    ...[talk.WORK_NOTES, talk.SECOND_LINE_NOTES, talk.HAND_BACK, talk.VENDOR_WHY].flatMap(sentencesOf),
    ...tried,
  ];
  return [
    ...said.map((body) => ({ body: filled(body), visibility: "public" })),
    ...noted.map((body) => ({ body: filled(body), visibility: "internal" })),
  ];
}
