import { type DefineSetupFnComponent, defineComponent, h, onMounted, ref } from 'vue'
import { useScalapayWidget } from '../composables/use-scalapay-widget.js'
import { attributesOf, type ScalapayWidgetProps, widgetProps } from './widget-attributes.js'

/**
 * Scalapay's official widget. The server renders the room it will take, and the browser the element: Scalapay's script may
 * change what is inside it before Vue has looked at the page.
 */
export const ScalapayWidget: DefineSetupFnComponent<ScalapayWidgetProps> = defineComponent(
  (props: ScalapayWidgetProps) => {
    const setup = useScalapayWidget(props.nonce)
    const isMounted = ref(false)
    onMounted(() => {
      isMounted.value = true
    })
    return () =>
      h(
        'div',
        { class: ['scalapay-widget', `scalapay-widget-${props.type ?? 'product'}`] },
        isMounted.value ? [h('scalapay-widget', attributesOf(props, setup))] : [],
      )
  },
  { name: 'ScalapayWidget', props: widgetProps },
)
