import { Transform } from "node:stream";

/**
 * React 18 fills a chunk of its stream with zero bytes where a letter of several bytes does not fit the end any more.
 * Vietnamese has many such letters, and a zero in an attribute or a script would be read as another character.
 */
export function withoutZeros(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
