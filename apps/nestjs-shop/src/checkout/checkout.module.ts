import { Module } from '@nestjs/common'
import { CartModule } from '../cart/cart.module.js'
import { CheckoutController } from './checkout.controller.js'

@Module({ imports: [CartModule], controllers: [CheckoutController] })
export class CheckoutModule {}
