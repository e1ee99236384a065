// VNI writes a letter and its mark as two Latin letters, TCVN3 as signs inside a word: neither is ever Unicode Vietnamese.
const VNI = /[aeouyAEOUY][ùøûõïåäëüÙØÛÕÏÅÄËÜ]|[öôÖÔ][ùøûõïÙØÛÕÏ]/gu;
const TCVN3 = /\p{L}[µ¸¶·¹®¨©ª«¬]|[µ¸¶·¹®¨©ª«¬]\p{L}/gu;
const CLEAR = 2;

/** Text pasted from an old Word file, which every screen shows as noise. Two signs of it, because one may be a typo. */
export const looksLikeOldFont = (text: string): boolean => {
  const nfc = text.normalize("NFC");
  return [VNI, TCVN3].some((signs) => (nfc.match(signs)?.length ?? 0) >= CLEAR);
};
