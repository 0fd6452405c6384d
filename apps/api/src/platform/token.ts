import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits for cookies and links. */
export const newToken = () => randomBytes(32).toString('base64url');

/** How secrets are kept: SHA-256 in base64url, so that a stolen database opens nothing. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url');
