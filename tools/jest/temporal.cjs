// Programs load Temporal at their start where the platform has none; tests begin here.
globalThis.Temporal ??= require('temporal-polyfill').Temporal;
