import { pino } from 'pino';

/** Structured logs on standard output; what could carry a secret is cut out before it is written. */
export const log = pino({
  name: 'baton',
  redact: {
    paths: [
      'req.headers.cookie',
      'req.headers.authorization',
      'res.headers["set-cookie"]',
      '*.password',
      '*.token',
      'err.parameters',
      'err.driverError',
      'err.query',
    ],
    censor: '[removed]',
  },
});
