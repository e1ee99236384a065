import { deflateSync } from "node:zlib";
import sharp from "sharp";

const base = (width = 640, height = 480) =>
  sharp({
    create: { width, height, channels: 3, background: "#7799bb", noise: { type: "gaussian", mean: 128, sigma: 40 } },
  });

export const png = (width?: number, height?: number) => base(width, height).png().toBuffer();
export const jpeg = () => base().jpeg().toBuffer();
export const webp = () => base().webp().toBuffer();
export const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

/** Taken with the phone on its side, at a place, by somebody. */
export const phonePicture = () =>
  base(640, 480)
    .jpeg()
    .withExif({
      IFD0: { Artist: "Nguyen Thi Lan", Orientation: "6" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "10/1 47/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

export const animation = async () => {
  const frames = await Promise.all(
    ["#f00", "#0f0"].map((background) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer();
};

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A small file that claims 30,000 by 30,000 pixels. */
export function bomb(side = 30_000): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8); // one bit a pixel, grey
  const rows = deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1)), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}
