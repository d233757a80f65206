import { Module } from '@nestjs/common'
import { CartController } from './cart.controller.js'
import { CartCookie } from './cart.cookie.js'

@Module({ controllers: [CartController], providers: [CartCookie], exports: [CartCookie] })
export class CartModule {}
