import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator'
import { ORDER_NOTICES, type OrderNotice, type RefundForm } from 'storefront'

export class NoticeDto {
  @IsOptional()
  @IsIn(ORDER_NOTICES)
  readonly notice?: OrderNotice
}

export class RefundDto implements RefundForm {
  /** Stands in the form, so that a double click refunds once. */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  readonly refundReference!: string

  /** In euro, as typed. */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  readonly amount!: string
}
