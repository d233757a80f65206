import type { ScalapayWidgetSetup } from '../composables/use-scalapay-widget.js'

/** The attributes of the official element, in camel case (source: Scalapay docs, widget V5). */
export interface ScalapayWidgetProps {
  /** The price in major units, `'99.90'`; it may change. Not used when `amountSelectors` are given. */
  amount?: string | number | undefined
  /** CSS selectors of elements that show the price; the first match wins. */
  amountSelectors?: readonly string[] | undefined
  /** Public token. @default that of `nuxt.config` */
  merchantToken?: string | undefined
  /** Below it the widget says that Scalapay is not available. @default by contract */
  minAmount?: string | number | undefined
  /** @default by contract */
  maxAmount?: string | number | undefined
  /** @default 'after', and 'before' when the locale is `en` */
  currencyPosition?: 'after' | 'before' | undefined
  /** @default that of `nuxt.config` */
  locale?: 'en' | 'it' | 'pt' | 'de' | 'fr' | 'es' | (string & {}) | undefined
  /** `product` is also for carts. @default 'product' */
  type?: 'product' | 'checkout' | undefined
  /** Must fit the token. @default 'production' when the shop sells for real money, else 'integration' */
  environment?: 'production' | 'integration' | undefined
  /** @default ',' */
  amountSeparator?: ',' | '.' | undefined
  /** @default 'left' */
  alignment?: 'left' | 'right' | 'center' | undefined
  /** @default 'never' */
  darkMode?: 'never' | 'always' | 'system' | undefined
  /** @default 'normal' */
  fontSize?: 'normal' | 'small' | undefined
  /** @default true */
  background?: boolean | undefined
  /** @default 'pink' */
  logoColor?: 'pink' | 'black' | undefined
  /** @default false */
  learnMore?: boolean | undefined
  /** @default 'standard' */
  spendProgress?: 'standard' | 'text-mode' | 'hidden' | undefined
  /** `auto` or a percentage. @default 'auto' */
  maxWidth?: string | undefined
  /** `travel` for travel merchants. */
  channel?: 'travel' | (string & {}) | undefined
  /** The nonce of a strict Content-Security-Policy; nuxt-security sets it by itself. */
  nonce?: string | undefined
}

/** The same, as Vue is told. A boolean is `undefined` when it is not given, because then Scalapay's default counts. */
export const widgetProps: (keyof ScalapayWidgetProps)[] = [
  'amount',
  'amountSelectors',
  'merchantToken',
  'minAmount',
  'maxAmount',
  'currencyPosition',
  'locale',
  'type',
  'environment',
  'amountSeparator',
  'alignment',
  'darkMode',
  'fontSize',
  'background',
  'logoColor',
  'learnMore',
  'spendProgress',
  'maxWidth',
  'channel',
  'nonce',
]

/** The attributes of the element. The leading `^` makes Vue set an attribute where the element has a property too. */
export function attributesOf(
  { nonce: _, amountSelectors, ...props }: Readonly<ScalapayWidgetProps>,
  setup: ScalapayWidgetSetup,
): Record<string, string> {
  const { merchantToken, locale, environment } = setup
  const named = {
    merchantToken: merchantToken || undefined,
    locale,
    environment,
    amountSelectors: amountSelectors && JSON.stringify(amountSelectors),
    ...given(props),
  }
  return Object.fromEntries(
    Object.entries(given(named)).map(([name, value]) => [`^${kebabCase(name)}`, String(value)]),
  )
}

function given(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
