import type { DecisionMode, DecisionStep, Reversibility, StanceKind } from '@baton/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DayScalar } from '../platform/graphql/scalars';

@InputType()
export class OptionInput {
  @Field() text!: string;
  @Field(() => String, { nullable: true }) good?: string | null;
  @Field(() => String, { nullable: true }) bad?: string | null;
}

@InputType()
export class ContributorInput {
  @Field(() => ID) personId!: string;
  @Field() required!: boolean;
}

@InputType()
export class ObjectionAnswerInput {
  @Field(() => ID) personId!: string;
  @Field() text!: string;
}

@InputType({ description: 'What was decided; `because` is never empty.' })
export class OutcomeInput {
  @Field() choice!: string;
  @Field() because!: string;
  @Field(() => String, { nullable: true }) consequences?: string | null;
  @Field(() => String, { nullable: true }) conditions?: string | null;
  @Field(() => DayScalar, { nullable: true }) reviewOn?: string | null;
  @Field(() => String, { nullable: true }) reviewTrigger?: string | null;
  @Field(() => [ID], { nullable: true }) nextTaskIds?: string[] | null;
  @Field(() => [ObjectionAnswerInput], { nullable: true, description: 'A written answer to each who objected.' })
  answers?: ObjectionAnswerInput[] | null;
  @Field(() => Date, { nullable: true, description: 'Of a record: when it was decided; null for now.' }) decidedAt?: Date | null;
}

@InputType({ description: 'Absent leaves as it is; a new decision begins with nothing set.' })
export class DecisionFieldsInput {
  @Field(() => String, { nullable: true }) question?: string | null;
  @Field(() => String, { nullable: true }) context?: string | null;
  @Field(() => [OptionInput], { nullable: true }) options?: OptionInput[] | null;
  @Field(() => String, { nullable: true }) recommendation?: string | null;
  @Field(() => String, { nullable: true, description: 'Why this is recommended.' }) because?: string | null;
  @Field(() => ID, { nullable: true }) deciderId?: string | null;
  @Field(() => String, { nullable: true }) mode?: DecisionMode | null;
  @Field(() => String, { nullable: true }) reversibility?: Reversibility | null;
  @Field(() => [ContributorInput], { nullable: true }) contributors?: ContributorInput[] | null;
  @Field(() => [ID], { nullable: true }) informedIds?: string[] | null;
  @Field(() => Boolean, { nullable: true }) hideStances?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Its tasks cannot go on before it.' }) blocking?: boolean | null;
  @Field(() => Date, { nullable: true, description: 'Input stays open until then at least.' }) closesWish?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Until when the decider decides.' }) decideBy?: Date | null;
  @Field(() => DayScalar, { nullable: true }) reviewOn?: string | null;
  @Field(() => String, { nullable: true }) reviewTrigger?: string | null;
}

@InputType()
export class CreateDecisionInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => ID) boardId!: string;
  @Field(() => DecisionFieldsInput) fields!: DecisionFieldsInput;
  @Field(() => [ID]) taskIds!: string[];
  @Field(() => ID, { nullable: true, description: 'The comment that it was made from.' }) commentId?: string | null;
  @Field(() => ID, { nullable: true }) reopensId?: string | null;
  @Field(() => ID, { nullable: true }) supersedesId?: string | null;
  @Field(() => String, { nullable: true, description: 'What is new since the one that it reopens.' }) whatIsNew?: string | null;
  @Field({ description: 'Opens it for input at once.' }) open!: boolean;
  @Field(() => OutcomeInput, { nullable: true, description: 'Of the mode record: puts it on record at once.' })
  outcome?: OutcomeInput | null;
}

@InputType({ description: 'One step of a decision; which fields it needs is said by the step.' })
export class StepDecisionInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) decisionId!: string;
  @Field(() => String) step!: DecisionStep;
  @Field(() => DecisionFieldsInput, { nullable: true, description: 'Of edit.' }) fields?: DecisionFieldsInput | null;
  @Field(() => Int, { nullable: true, description: 'Of edit and stance: the version that the caller saw.' }) version?: number | null;
  @Field(() => OutcomeInput, { nullable: true, description: 'Of decide and record.' }) outcome?: OutcomeInput | null;
  @Field(() => String, { nullable: true }) stance?: StanceKind | null;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => String, { nullable: true, description: 'What would resolve an objection.' }) resolves?: string | null;
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => Boolean, { nullable: true }) required?: boolean | null;
  @Field(() => DayScalar, { nullable: true }) reviewOn?: string | null;
  @Field(() => [ID], { nullable: true }) taskIds?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Of redact: the text in the record, such as /context.' }) path?: string | null;
}
