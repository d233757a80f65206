import { Controller, Get } from '@nestjs/common'
import { catalogue, productsPage } from 'storefront'
import { Page } from '../pages/views.js'

@Controller()
export class ProductsController {
  @Get()
  show(): Page {
    return new Page('Shop', productsPage(catalogue))
  }
}
