import type { Lang } from "#app/i18n/language.ts";
import { formatNumber } from "#app/lib/format.ts";

/** "98,6 %": rounded down, so that only all of them are a hundred. */
export const sayShare = (share: number, lang: Lang): string =>
  `${formatNumber(Math.floor(share * 1_000) / 10, lang)} %`;
