const longest = 100;

/** A short stand-in for an id that is too long for an index; the same id always gives the same one. */
export function shortId(id: string): string {
  if (id.length <= longest) return id;
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return `${id.slice(0, 60).replace(/[^ -~]/g, '_')}~${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`;
}

/** Ids that were given so far. A file may use one id twice; rows must not. */
export class TakenIds {
  private readonly taken = new Map<string, number>();

  /** The id itself, or one with a number behind it when it was given before. */
  take(id: string): string {
    const short = shortId(id);
    const nth = (this.taken.get(short) ?? 0) + 1;
    this.taken.set(short, nth);
    return nth === 1 ? short : this.take(`${short}#${nth}`);
  }
}
