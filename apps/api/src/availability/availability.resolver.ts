import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Person } from '../account/person.entity';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { EditCalendarInput, SetStatusInput } from './availability.inputs';
import { AvailabilityService } from './availability.service';
import { HolidayRegion, PublicHoliday, holidayRegions, holidaysOf } from './holidays';

@Resolver()
export class AvailabilityResolver {
  constructor(private readonly availability: AvailabilityService) {}

  @Mutation(() => Person, { description: 'Says when the caller works.' })
  editCalendar(@CurrentViewer() viewer: Viewer, @Args('input') input: EditCalendarInput) {
    return this.availability.edit(viewer, input);
  }

  @Mutation(() => Person, { description: 'What others read beside the name of the caller.' })
  setStatus(@CurrentViewer() viewer: Viewer, @Args('input') input: SetStatusInput) {
    return this.availability.setStatus(viewer, input);
  }

  @Query(() => [HolidayRegion], { description: 'Regions whose public holidays are known.' })
  holidayRegions(@CurrentViewer() _viewer: Viewer) {
    return holidayRegions();
  }

  @Query(() => [PublicHoliday])
  holidays(@CurrentViewer() _viewer: Viewer, @Args('region') region: string, @Args('year', { type: () => Int }) year: number) {
    return holidaysOf(region, year);
  }
}
