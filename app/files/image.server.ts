import sharp from "sharp";

// Received files are gone after their request; a cache would hold on to them.
sharp.cache(false);

/** 50 megapixels: more than a phone's picture, far less than what fills the memory. */
const MAX_PIXELS = 50_000_000;
const LONGEST_SIDE = 4_000;
const THUMB_SIDE = 480;
const SECONDS = 8;
/** Decoding is the costliest thing a stranger can ask for, so few run at once and the rest wait. */
const AT_ONCE = 2;

const FORMATS = { png: "image/png", jpeg: "image/jpeg", webp: "image/webp" } as const;
export type ImageType = (typeof FORMATS)[keyof typeof FORMATS];
export type Picture = { full: Buffer; thumb: Buffer; width: number; height: number };

/** Pixels only: decoded, turned upright, brought to size and written anew, so nothing else of the file survives. */
export function repaint(path: string, type: ImageType): Promise<Picture | null> {
  return inTurn(async () => {
    try {
      const options = { limitInputPixels: MAX_PIXELS, failOn: "error", sequentialRead: true } as const;
      const about = await sharp(path, options).metadata();
      const known = Object.entries(FORMATS).find(([format]) => format === about.format)?.[1];
      if (known !== type || (about.pages ?? 1) > 1 || about.width * about.height > MAX_PIXELS) return null;
      const upright = (side: number) =>
        sharp(path, options)
          .autoOrient()
          .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
          .timeout({ seconds: SECONDS });
      const { data, info } = await encode(upright(LONGEST_SIDE), type).toBuffer({ resolveWithObject: true });
      const thumb = await upright(THUMB_SIDE).webp({ quality: 74 }).toBuffer();
      return { full: data, thumb, width: info.width, height: info.height };
    } catch {
      return null;
    }
  });
}

function encode(image: sharp.Sharp, type: ImageType): sharp.Sharp {
  if (type === "image/png") return image.png({ compressionLevel: 8 });
  return type === "image/jpeg" ? image.jpeg({ quality: 86 }) : image.webp({ quality: 86 });
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
