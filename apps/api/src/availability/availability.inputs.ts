import { Field, ID, InputType } from '@nestjs/graphql';
import type { Calendar, Status } from '@baton/domain';
import type { Urgent } from '../account/person.entity';
import { JsonScalar } from '../platform/graphql/scalars';

const json = (description: string) => [() => JsonScalar, { nullable: true, description }] as const;

@InputType({ description: 'Parts of the own calendar, each as a whole; absent parts stay. Any of them confirms the hours.' })
export class EditCalendarInput {
  @Field(() => ID) commandId!: string;
  @Field(...json("Calendar['zones'] of libs/domain; entries of the past stay.")) zones?: Calendar['zones'] | null;
  @Field(...json("Calendar['week'].")) week?: Calendar['week'] | null;
  @Field(...json("Calendar['overrides'].")) overrides?: Calendar['overrides'] | null;
  @Field(...json("Calendar['holidays'].")) holidays?: Calendar['holidays'] | null;
  @Field(...json("Calendar['leave'].")) leave?: Calendar['leave'] | null;
  @Field(...json("Calendar['focus'].")) focus?: Calendar['focus'] | null;
  @Field(...json("Calendar['slots']: when notices are delivered; an empty list for the usual times.")) slots?: Calendar['slots'] | null;
  @Field(...json('{ reachable, hours, how }')) urgent?: Urgent | null;
}

@InputType()
export class SetStatusInput {
  @Field(() => ID) commandId!: string;
  @Field(...json('Status of libs/domain; null takes it away.')) status?: Status | null;
}
