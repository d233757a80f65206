/** A moment that one side waits for and the other one announces. */
export interface Moment {
  comes: Promise<void>
  announce: () => void
}

export function moment(): Moment {
  let announce: () => void = () => undefined
  const comes = new Promise<void>((resolve) => {
    announce = resolve
  })
  return { comes, announce }
}
