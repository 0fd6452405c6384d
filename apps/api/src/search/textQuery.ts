import type { Term } from '@baton/domain';

/** The words as Postgres' text search takes them: all of them, each by its beginning or as one of its others. Terms are letters and digits only. */
export function textQuery(terms: readonly Term[], others: ReadonlyMap<string, readonly string[]>, titleOnly = false): string {
  const lexeme = (text: string, beginning: boolean) => {
    const flags = `${beginning ? '*' : ''}${titleOnly ? 'A' : ''}`;
    return `'${text.replaceAll(/['\\]/g, '')}'${flags && `:${flags}`}`;
  };
  const one = ({ word, letters }: Term) =>
    letters ? [...word].map((letter) => lexeme(letter, false)).join(' <-> ') : lexeme(word, [...word].length > 1);
  return terms
    .map((term) => `(${[one(term), ...(others.get(term.word) ?? []).map((word) => lexeme(word, false))].join(' | ')})`)
    .join(' & ');
}
