import { DefaultNamingStrategy } from 'typeorm';

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** `BoardColumn.wipLimit` is `board_column.wip_limit`, so that SQL by hand needs no quotes. */
export class SnakeNaming extends DefaultNamingStrategy {
  override tableName(className: string, given?: string) {
    return given ?? snake(className);
  }
  override columnName(property: string, given: string | undefined, prefixes: string[]) {
    return snake([...prefixes, given ?? property].join('_'));
  }
  override joinColumnName(relation: string, referenced: string) {
    return snake(`${relation}_${referenced}`);
  }
}
