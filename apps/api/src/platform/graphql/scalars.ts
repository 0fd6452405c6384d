import { Refusal } from '@baton/domain';
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A real calendar day, so that 2026-02-30 is refused. */
function parseDay(value: unknown): string {
  if (typeof value === 'string' && dayPattern.test(value)) {
    const at = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)) return value;
  }
  throw new Refusal('BAD_INPUT', { reason: 'A day is written YYYY-MM-DD, such as 2026-11-24.' });
}

export const DayScalar = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'A calendar day, YYYY-MM-DD.',
  parseValue: parseDay,
  parseLiteral: (node: ValueNode) => parseDay(node.kind === Kind.STRING ? node.value : null),
  serialize: String,
});

const passedThrough = (name: string, description: string) => new GraphQLScalarType({ name, description, serialize: (value) => value });

/** Whole values from the database, so that a board of 5,000 tasks costs one leaf instead of 100,000 (docs/decisions). */
export const BoardSnapshotScalar = passedThrough(
  'BoardSnapshot',
  'The board in one value, passed through from the database: BoardSnapshot in libs/domain/src/board.ts.',
);
export const ChangesScalar = passedThrough('Changes', 'What an event changed: Change[] in libs/domain/src/event.ts.');
export const JsonScalar = passedThrough('Json', 'Any JSON value; the field says which shape of libs/domain or libs/importers it has.');
