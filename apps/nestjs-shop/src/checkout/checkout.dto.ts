import { IsEmail, IsIn, Matches, MaxLength } from 'class-validator'
import { COUNTRIES, type Shopper } from 'storefront'

/** A line of text with something in it. */
function Text(): PropertyDecorator {
  const checks = [MaxLength(100), Matches(/\S/)]
  return (target, key) => {
    for (const check of checks) check(target, key)
  }
}

export class CheckoutDto implements Shopper {
  /** Stands in the form, so that a double click orders once. */
  @Text()
  readonly merchantReference!: string

  @Text()
  readonly givenNames!: string

  @Text()
  readonly surname!: string

  @Text()
  @IsEmail()
  readonly email!: string

  @Text()
  readonly phoneNumber!: string

  @Text()
  readonly line1!: string

  @Text()
  readonly suburb!: string

  @Text()
  readonly postcode!: string

  @IsIn(Object.keys(COUNTRIES))
  readonly countryCode!: string
}
