import { Type } from 'class-transformer'
import { IsIn, IsInt, Max, Min } from 'class-validator'
import { catalogue, MAX_QUANTITY } from 'storefront'

const SKUS = catalogue.map(({ sku }) => sku)

export class ItemDto {
  @IsIn(SKUS)
  readonly sku!: string
}

export class QuantityDto {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_QUANTITY)
  readonly quantity!: number
}
