import { Module } from '@nestjs/common';
import { ConversationModule } from '../conversation/conversation.module';
import { DecisionModule } from '../decision/decision.module';
import { AvailabilityResolver } from './availability.resolver';
import { AvailabilityService } from './availability.service';

@Module({ imports: [ConversationModule, DecisionModule], providers: [AvailabilityService, AvailabilityResolver] })
export class AvailabilityModule {}
