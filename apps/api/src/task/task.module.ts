import { Global, Module } from '@nestjs/common';
import { ChecklistService } from './checklist.service';
import { TaskReader } from './task.reader';
import { ChecklistResolver, TaskCommandResolver, TaskResolver } from './task.resolver';
import { TaskService } from './task.service';
import { TransferService } from './transfer.service';

@Global()
@Module({
  providers: [TaskService, ChecklistService, TransferService, TaskReader, TaskResolver, TaskCommandResolver, ChecklistResolver],
  exports: [TaskService, ChecklistService],
})
export class TaskModule {}
