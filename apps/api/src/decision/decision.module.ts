import { Module } from '@nestjs/common';
import { ConversationModule } from '../conversation/conversation.module';
import { DecisionController } from './decision.controller';
import { DecisionReader } from './decision.reader';
import { DecisionResolver } from './decision.resolver';
import { DecisionService } from './decision.service';
import { Settling } from './settling';

@Module({
  imports: [ConversationModule],
  controllers: [DecisionController],
  providers: [DecisionService, DecisionReader, DecisionResolver, Settling],
  exports: [DecisionService, DecisionReader, Settling],
})
export class DecisionModule {}
