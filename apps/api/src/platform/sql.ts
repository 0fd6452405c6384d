/** Anything that runs SQL: the data source, or the transaction that must see the same rows. */
export interface Sql {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}
