/** Writes amounts as the shopper's language does. */
export function usePrice(): (price: Price) => string {
  const { language } = useLanguage()
  return ({ amount, currency }) =>
    new Intl.NumberFormat(language.value, { style: 'currency', currency }).format(Number(amount))
}

/** Writes an amount without its currency, as the shopper would type it. */
export function useDecimal(): (amount: string) => string {
  const { language } = useLanguage()
  return (amount) =>
    new Intl.NumberFormat(language.value, { minimumFractionDigits: 2, useGrouping: false }).format(
      Number(amount),
    )
}
