/** The part of the package that the tests read pushes with; it brings no types. */
declare module 'http_ece' {
  const ece: {
    decrypt(body: Buffer, options: { version: 'aes128gcm'; privateKey: import('node:crypto').ECDH; authSecret: string }): Buffer;
  };
  export = ece;
}
