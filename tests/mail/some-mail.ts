import { composeMail } from "#app/mail/compose.server.ts";
import type { Letter } from "#app/mail/letter.ts";
import { renderLetter } from "#app/mail/render.tsx";
import type { Mail } from "#app/mail/transport.server.ts";
import { sampleLetters } from "./sample-letters.ts";

export const DELIVERY = { id: "0b4ee2a4-5f6b-4f0e-9a53-5b6f3d1c7e11", round: 0 };

export const someLetter = (purpose: Letter["purpose"] = "ticket"): Letter => {
  const found = sampleLetters("vi").find((letter) => letter.purpose === purpose);
  if (!found) throw new Error(`no letter for ${purpose}`);
  return found;
};

/** A letter of the samples, ready to be sent. */
export async function someMail(
  letter: Letter = someLetter(),
  to = { name: letter.person.name, address: "lan@tanbinh.example" },
): Promise<Mail> {
  return composeMail({ letter, rendered: await renderLetter(letter), to, delivery: DELIVERY });
}
