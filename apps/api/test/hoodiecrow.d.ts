/** The part of the package that the tests use; it brings no types. */
declare module 'hoodiecrow-imap' {
  interface Message {
    raw: string;
    flags: string[];
  }
  interface Mailbox {
    messages: Message[];
  }
  interface Server {
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
    appendMessage(mailbox: string, flags: string[], date: string | null, raw: string): void;
    getMailbox(name: string): Mailbox;
    server: import('node:net').Server;
  }
  function hoodiecrow(options: {
    plugins: string[];
    users: Record<string, { password: string }>;
    storage: Record<string, { messages: object[] }>;
  }): Server;
  export = hoodiecrow;
}
