/** Writes amounts as the shopper's language does. */
export function usePrice(): (price: Price) => string {
  const { language } = useLanguage()
  return ({ amount, currency }) =>
    new Intl.NumberFormat(language.value, { style: 'currency', currency }).format(Number(amount))
}
