import 'reflect-metadata'
import { readFileSync } from 'node:fs'
import { Controller, Get, Module, Post, Req } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { CreateOrderInput } from '@scalapay-kit/core'
import { Scalapay, ScalapayModule } from '@scalapay-kit/nestjs'

const order: CreateOrderInput = JSON.parse(readFileSync('order.json', 'utf8'))

@Controller()
class Orders {
  constructor(private readonly scalapay: Scalapay) {}

  @Post('orders')
  create() {
    return this.scalapay.orders.create(order)
  }

  @Get('return')
  async comeBack(@Req() request: { url: string }) {
    const { token = '' } = this.scalapay.checkout.readReturn(request.url)
    const { merchantReference = '', totalAmount } = order
    const expect = { merchantReference, totalAmount }
    const { outcome } = await this.scalapay.checkout.complete({ token, expect })
    return { outcome }
  }
}

@Module({
  imports: [
    ScalapayModule.forRoot({
      apiKey: 'qhtfs87hjnc12kkos',
      environment: 'emulator',
      baseUrl: process.env.EMULATOR_URL,
    }),
  ],
  controllers: [Orders],
})
class AppModule {}

async function main() {
  const app = await NestFactory.create(AppModule, { logger: false })
  await app.listen(0, '127.0.0.1')
  process.stdout.write(`${await app.getUrl()}\n`)
}

void main()
