import { type DefineSetupFnComponent, defineComponent, h, type SlotsType } from 'vue'
import { useScalapayCheckout } from '../composables/use-scalapay-checkout.js'

/** Props of `<ScalapayCheckoutButton>`. */
export interface ScalapayCheckoutButtonProps {
  /** The shop's own server route, which creates the order. @default '/api/checkout' */
  action?: string | undefined
  /** Hidden fields of the form. */
  fields?: Readonly<Record<string, string | number>> | undefined
  /** @default false */
  disabled?: boolean | undefined
}

/** What a slot is told. */
export interface ScalapayCheckoutButtonSlot {
  pending: boolean
}

type Slots = SlotsType<{
  /** Fields for the shopper to fill in; what is in them goes with the request. */
  fields: Record<string, never>
  /** What is on the button. */
  default: ScalapayCheckoutButtonSlot
  /** Shown above the button when the checkout could not be started. */
  error: { error: Error }
}>

/**
 * A button that starts a checkout. It is a form: without JavaScript, and before it is loaded, the browser posts it and
 * follows the shop's redirect; with it, the same fields go as JSON. A double click starts one checkout.
 */
export const ScalapayCheckoutButton: DefineSetupFnComponent<
  ScalapayCheckoutButtonProps,
  Record<string, never>,
  Slots
> = defineComponent(
  (props: ScalapayCheckoutButtonProps, { slots }) => {
    const { start, pending, error } = useScalapayCheckout({
      action: () => props.action ?? '/api/checkout',
    })
    const onSubmit = (event: Event) => {
      event.preventDefault()
      const { currentTarget } = event
      if (!(currentTarget instanceof HTMLFormElement)) return
      void start(Object.fromEntries(new FormData(currentTarget)))
    }
    return () =>
      h(
        'form',
        {
          class: 'scalapay-checkout',
          method: 'post',
          action: props.action ?? '/api/checkout',
          onSubmit,
        },
        [
          ...Object.entries(props.fields ?? {}).map(([name, value]) =>
            h('input', { type: 'hidden', name, value: String(value) }),
          ),
          slots.fields?.({}),
          error.value !== undefined &&
            h(
              'p',
              { class: 'scalapay-checkout-error', role: 'alert' },
              slots.error?.({ error: error.value }) ??
                'The checkout could not be opened. You have not been charged: please try again.',
            ),
          h(
            'button',
            {
              type: 'submit',
              class: 'scalapay-checkout-button',
              disabled: props.disabled || undefined,
              // Not disabled while it works: a disabled button loses the keyboard's focus.
              'aria-busy': pending.value || undefined,
            },
            slots.default?.({ pending: pending.value }) ?? 'Pay with Scalapay',
          ),
        ],
      )
  },
  { name: 'ScalapayCheckoutButton', props: { action: String, fields: Object, disabled: Boolean } },
)
