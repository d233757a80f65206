import type { Cart } from '../domain/cart.js'

/** Where carts live: on the server, so that an order still finds its cart when another browser comes back. */
export interface CartStore {
  read(id: string): Promise<Cart>
  write(id: string, cart: Cart): Promise<void>
  /** After payment: the id is never used again, so one cart is one purchase. */
  retire(id: string): Promise<void>
  isRetired(id: string): Promise<boolean>
}

/** Carts in memory, gone with the process. */
export class MemoryCartStore implements CartStore {
  readonly #carts = new Map<string, Cart>()
  readonly #retired = new Set<string>()

  async read(id: string): Promise<Cart> {
    return this.#carts.get(id) ?? new Map()
  }

  async write(id: string, cart: Cart): Promise<void> {
    if (!this.#retired.has(id)) this.#carts.set(id, cart)
  }

  async retire(id: string): Promise<void> {
    this.#carts.delete(id)
    this.#retired.add(id)
  }

  async isRetired(id: string): Promise<boolean> {
    return this.#retired.has(id)
  }
}
