/** What a till is called, by the place of its key among the device keys. */
export function deviceReferenceOf(index: number): string {
  return `device-${index + 1}`
}
