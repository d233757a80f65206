import {
  Controller,
  Injectable,
  Module,
  type ModuleMetadata,
  UseFilters,
  UseGuards,
} from '@nestjs/common'
import { expect, it } from 'vitest'
import { OnScalapayEvent, ScalapayModule } from '../../src/index.js'
import { createApp } from '../support/app.js'
import { options } from '../support/deliver.js'

const withWebhooks = ScalapayModule.forRoot({ ...options, webhooks: {} })

@Injectable()
class OrderEvents {
  @OnScalapayEvent('charged')
  onCharged(): void {}
}

@Injectable()
class FrenchEvents {
  @OnScalapayEvent('charged', { name: 'fr' })
  onCharged(): void {}
}

@Injectable()
class MisspeltEvents {
  @OnScalapayEvent('payed' as 'charged')
  onPayed(): void {}
}

@Injectable()
class GuardedEvents {
  @OnScalapayEvent('charged')
  @UseGuards({ canActivate: () => true })
  onCharged(): void {}
}

@Injectable()
@UseGuards({ canActivate: () => false })
class GuardedClass {
  @OnScalapayEvent('charged')
  onCharged(): void {}
}

@Injectable()
@UseFilters({ catch: () => undefined })
class FilteredClass {
  @OnScalapayEvent('charged')
  onCharged(): void {}
}

@Controller()
class EventsController {
  @OnScalapayEvent('charged')
  onCharged(): void {}
}

@Module({ providers: [OrderEvents] })
class FirstModule {}

@Module({ providers: [OrderEvents] })
class SecondModule {}

const wrong: [string, ModuleMetadata, string][] = [
  [
    'there is no handler',
    { imports: [withWebhooks] },
    "webhooks: no handler. Decorate a method with @OnScalapayEvent('charged') and list its class in the providers of a module, or give webhooks.on.",
  ],
  [
    'the account of a handler has no route',
    { imports: [ScalapayModule.forRoot(options)], providers: [OrderEvents] },
    "OrderEvents.onCharged waits for events of the account 'default', which has no webhook route. Add webhooks: {} to its ScalapayModule.forRoot({ … }).",
  ],
  [
    'the account of a handler does not exist',
    { imports: [withWebhooks], providers: [OrderEvents, FrenchEvents] },
    "FrenchEvents.onCharged waits for events of the account 'fr', which does not exist. The accounts are 'default'.",
  ],
  [
    'the event of a handler does not exist',
    { imports: [withWebhooks], providers: [MisspeltEvents] },
    'webhooks.on.payed: not an event. The events are created,',
  ],
  [
    'a handler is on a controller',
    { imports: [withWebhooks], controllers: [EventsController] },
    'EventsController.onCharged is on a controller. Move the method with @OnScalapayEvent to a provider.',
  ],
  [
    'a handler is guarded',
    { imports: [withWebhooks], providers: [GuardedEvents] },
    'GuardedEvents.onCharged: @UseGuards has no effect beside @OnScalapayEvent, on the method or on its class. Guard the route instead, with webhooks: { decorators: [UseGuards(…)] }, or catch in the method.',
  ],
  [
    'the class of a handler is guarded',
    { imports: [withWebhooks], providers: [GuardedClass] },
    'GuardedClass.onCharged: @UseGuards has no effect beside @OnScalapayEvent, on the method or on its class.',
  ],
  [
    'the class of a handler has a filter',
    { imports: [withWebhooks], providers: [FilteredClass] },
    'FilteredClass.onCharged: @UseFilters has no effect beside @OnScalapayEvent, on the method or on its class.',
  ],
  [
    'two modules provide a handler',
    { imports: [withWebhooks, FirstModule, SecondModule] },
    'OrderEvents.onCharged is there twice, in FirstModule and SecondModule: every event would be handled twice.',
  ],
]

it.each(wrong)('the start fails when %s', async (_, metadata, problem) => {
  const app = await createApp(metadata)
  await expect(app.init()).rejects.toThrow(problem)
  await app.close()
})
