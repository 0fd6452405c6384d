import { Global, Module } from '@nestjs/common';
import { ChecklistService } from './checklist.service';
import { PromiseService } from './promise.service';
import { MoveReader } from './move.reader';
import { TaskReader } from './task.reader';
import { ChecklistResolver, TaskCommandResolver, TaskResolver } from './task.resolver';
import { TaskService } from './task.service';
import { TzService } from './tz.service';
import { TransferService } from './transfer.service';

@Global()
@Module({
  providers: [
    TaskService,
    ChecklistService,
    TransferService,
    PromiseService,
    MoveReader,
    TzService,
    TaskReader,
    TaskResolver,
    TaskCommandResolver,
    ChecklistResolver,
  ],
  exports: [TaskService, ChecklistService, MoveReader],
})
export class TaskModule {}
