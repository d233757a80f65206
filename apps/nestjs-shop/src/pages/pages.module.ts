import { Module } from '@nestjs/common'
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core'
import { CartModule } from '../cart/cart.module.js'
import { PageRenderer } from './page.renderer.js'
import { ProblemFilter } from './problem.filter.js'
import { ViewInterceptor } from './view.interceptor.js'

/** How answers look, for the whole application. */
@Module({
  imports: [CartModule],
  providers: [
    PageRenderer,
    { provide: APP_INTERCEPTOR, useClass: ViewInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class PagesModule {}
