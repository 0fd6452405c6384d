import { type PictureType, limits, pictureTypes } from '@baton/domain';
import { imageSize } from 'image-size';

/** What a picture is, by its content; its size as it is shown, so that a page can keep its place. */
export interface Picture {
  mediaType: PictureType;
  width: number;
  height: number;
}

const typeOf: Record<string, PictureType> = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' };
const begins = (head: Buffer, text: string, at = 0) => head.subarray(at, at + text.length).toString('latin1') === text;

/** The kind of picture that the first bytes say, before any library reads on. */
function signatureOf(head: Buffer): PictureType | null {
  if (begins(head, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (begins(head, '\xff\xd8\xff')) return 'image/jpeg';
  if (begins(head, 'GIF87a') || begins(head, 'GIF89a')) return 'image/gif';
  return begins(head, 'RIFF') && begins(head, 'WEBP', 8) ? 'image/webp' : null;
}

/** The picture that these bytes begin, or null for anything that is not one of ours, is broken or is too large to show. */
export function pictureIn(head: Buffer): Picture | null {
  const mediaType = signatureOf(head);
  if (!mediaType) return null;
  try {
    const { width, height, orientation = 1, type = '' } = imageSize(head);
    if (typeOf[type] !== mediaType || !(width > 0) || !(height > 0) || width * height > limits.pixels) return null;
    // A camera that was held upright says so beside the picture.
    return orientation >= 5 ? { mediaType, width: height, height: width } : { mediaType, width, height };
  } catch {
    return null;
  }
}

/** Whether a kept file is a picture that may be shown in place. */
export const isPicture = (mediaType: string): boolean => (pictureTypes as readonly string[]).includes(mediaType);
