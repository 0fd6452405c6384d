import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits for cookies and links. */
export const newToken = () => randomBytes(32).toString('base64url');

/** How secrets are kept: SHA-256 in base64url, so that a stolen database opens nothing. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url');

/** The same command id for the same thing that the clock does, so that it is done once however many notice it. */
export const commandIdOf = (text: string) => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
