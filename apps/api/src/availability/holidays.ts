import { Field, ObjectType } from '@nestjs/graphql';
import Holidays from 'date-holidays';
import { Refusal } from '@baton/domain';

@ObjectType()
export class HolidayRegion {
  @Field({ description: 'Such as IN, or DE-BE.' }) code!: string;
  @Field() name!: string;
}

@ObjectType()
export class PublicHoliday {
  @Field() date!: string;
  @Field() name!: string;
}

let regions: HolidayRegion[] | null = null;

/** Countries and their states, by name. */
export function holidayRegions(): HolidayRegion[] {
  if (regions) return regions;
  const all = new Holidays();
  regions = Object.entries(all.getCountries('en')).flatMap(([code, name]) => [
    { code, name },
    ...Object.entries(all.getStates(code, 'en') ?? {}).map(([state, stateName]) => ({
      code: `${code}-${state}`,
      name: `${name}, ${stateName}`,
    })),
  ]);
  return regions;
}

/** Public holidays of a region in a year; the person confirms them, since no list knows what somebody really has off. */
export function holidaysOf(region: string, year: number): PublicHoliday[] {
  if (!holidayRegions().some(({ code }) => code === region))
    throw new Refusal('BAD_INPUT', { field: 'region', reason: 'Choose a region from the list.' });
  if (year < 2000 || year > 2100) throw new Refusal('BAD_INPUT', { field: 'year', reason: 'Choose a year from 2000 to 2100.' });
  const [country = '', ...state] = region.split('-');
  const found = new Holidays(country, state.join('-')).getHolidays(year, 'en') ?? [];
  const days = new Map(found.filter(({ type }) => type === 'public').map(({ date, name }) => [date.slice(0, 10), name]));
  return [...days].map(([date, name]) => ({ date, name }));
}
