// Loaded before the server in journeys: its clock is set by a message, and goes on from there. Only `Date` is another; timers are real.
const Real = Date;
let offset = 0;
const now = () => Real.now() + offset;
globalThis.Date = new Proxy(Real, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new Real(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
process.on('message', ({ setClock }) => {
  if (!setClock) return;
  offset = Real.parse(setClock) - Real.now();
  process.send({ clockIs: setClock });
});
