import { Module } from '@nestjs/common';
import { Args, Field, ID, InputType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DeliveryModule } from '../delivery/delivery.module';
import { CurrentViewer, type Viewer } from '../platform/graphql/context';
import { WebhookChannel } from './webhook.channel';
import { CreatedWebhook, Webhook, WebhookService } from './webhook.service';

@InputType()
class CreateWebhookInput {
  @Field(() => ID) workspaceId!: string;
  @Field() url!: string;
  @Field({ description: 'json or text' }) format!: string;
  @Field({ description: 'For everybody of the workspace; admins only.' }) forAll!: boolean;
}

@Resolver()
export class WebhookResolver {
  constructor(private readonly webhooks: WebhookService) {}

  @Query(() => [Webhook], { name: 'webhooks', description: "The caller's own, or for admins those of the workspace." })
  list(@CurrentViewer() viewer: Viewer, @Args('workspaceId', { type: () => ID }) workspaceId: string, @Args('forAll') forAll: boolean) {
    return this.webhooks.list(viewer, workspaceId, forAll);
  }

  @Mutation(() => CreatedWebhook)
  createWebhook(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateWebhookInput) {
    return this.webhooks.create(viewer, input);
  }

  @Mutation(() => Boolean)
  async removeWebhook(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    await this.webhooks.remove(viewer, id);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Calls it once; answers whether it was taken.' })
  testWebhook(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.webhooks.test(viewer, id);
  }
}

@Module({ imports: [DeliveryModule], providers: [WebhookService, WebhookChannel, WebhookResolver] })
export class WebhookModule {}
