import { Module } from '@nestjs/common';
import { Args, Field, ID, InputType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DeliveryModule } from '../delivery/delivery.module';
import { MailModule } from '../mail/mail.module';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { PushChannel } from './push.channel';
import { PushDevice, PushService } from './push.service';

@InputType({ description: 'What the browser gives to be reached.' })
class AddPushDeviceInput {
  @Field() endpoint!: string;
  @Field() p256dh!: string;
  @Field() auth!: string;
  @Field({ description: 'How the person knows the browser again.' }) name!: string;
}

@Resolver()
export class PushResolver {
  constructor(private readonly push: PushService) {}

  @Query(() => String, { description: 'The key by which push services know this Baton.' })
  async pushKey(@CurrentViewer() _viewer: Viewer) {
    return (await this.push.keys()).publicKey;
  }

  @Query(() => [PushDevice], { description: 'Browsers in which the caller is shown messages.' })
  pushDevices(@CurrentViewer() viewer: Viewer) {
    return this.push.devices(viewer);
  }

  @Mutation(() => PushDevice)
  addPushDevice(@CurrentViewer() viewer: Viewer, @Args('input') input: AddPushDeviceInput) {
    return this.push.add(viewer, input);
  }

  @Mutation(() => Boolean)
  async removePushDevice(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    await this.push.remove(viewer, id);
    return true;
  }
}

@Module({ imports: [DeliveryModule, MailModule], providers: [PushService, PushChannel, PushResolver] })
export class PushModule {}
