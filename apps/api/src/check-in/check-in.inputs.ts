import type { CheckInPeriod, CheckInTemplate } from '@baton/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DayScalar } from '../platform/graphql/scalars';

@InputType()
export class CreateCheckInInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => ID) boardId!: string;
  @Field(() => String) template!: CheckInTemplate;
  @Field() title!: string;
  @Field(() => [String]) questions!: string[];
  @Field(() => String, { description: 'week, two weeks or month.' }) period!: CheckInPeriod;
  @Field(() => Int, { description: '1 is Monday; of a month, the first such day.' }) weekday!: number;
  @Field(() => Int, { description: "Minutes of work after a person's day began." }) offset!: number;
  @Field({ description: 'Whether people say what they finished, move and are stuck with.' }) tasks!: boolean;
  @Field(() => [ID]) participantIds!: string[];
  @Field(() => DayScalar, { nullable: true, description: "Null for tomorrow, in the board's zone." }) startsOn?: string | null;
}

@InputType({ description: 'Absent leaves as it is.' })
export class EditCheckInInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) checkInId!: string;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => [String], { nullable: true }) questions?: string[] | null;
  @Field(() => String, { nullable: true }) period?: CheckInPeriod | null;
  @Field(() => Int, { nullable: true }) weekday?: number | null;
  @Field(() => Int, { nullable: true }) offset?: number | null;
  @Field(() => Boolean, { nullable: true }) tasks?: boolean | null;
  @Field(() => [ID], { nullable: true }) participantIds?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Stops it, or starts it again from tomorrow on.' }) stopped?: boolean | null;
}

@InputType()
export class CheckInWordsInput {
  @Field() question!: string;
  @Field() text!: string;
}

@InputType({ description: 'What stands in the way becomes a blocker on the task: a colleague or somebody outside unblocks it.' })
export class StuckInput {
  @Field(() => ID) taskId!: string;
  @Field({ description: 'Empty where the task says already what it waits for.' }) text!: string;
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => String, { nullable: true }) outside?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'When the owner checks back with somebody outside.' }) checkOn?: string | null;
}

@InputType()
export class AnswerCheckInInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) checkInId!: string;
  @Field(() => DayScalar) on!: string;
  @Field({ description: 'Nothing to say this time; the rest is left out.' }) pass!: boolean;
  @Field(() => [CheckInWordsInput]) words!: CheckInWordsInput[];
  @Field(() => [ID]) finishedIds!: string[];
  @Field(() => [ID]) movingIds!: string[];
  @Field(() => [StuckInput]) stuck!: StuckInput[];
}
