import { Module } from '@nestjs/common';
import { ConversationModule } from '../conversation/conversation.module';
import { AvailabilityResolver } from './availability.resolver';
import { AvailabilityService } from './availability.service';

@Module({ imports: [ConversationModule], providers: [AvailabilityService, AvailabilityResolver] })
export class AvailabilityModule {}
