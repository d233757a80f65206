export { type Answer, type OutgoingPost, overHttp, type Send } from './http.js'
export type {
  BootShop,
  Landing,
  SharedStores,
  Shopper,
  ShopSetup,
  ShopUnderTest,
} from './shop-boot.js'
export { Browser, type Fields, fieldsOf, stateOf, type Visit } from './shop-browser.js'
export { describeShopScenarios, type ShopScenarioOptions } from './shop-scenarios.js'
export { FormShopper, JEANS, SHIRT } from './shop-shopper.js'
export type { BootWebhooks, WebhookAccount, WebhookServer } from './webhook-boot.js'
export { describeWebhookContract, type WebhookContractOptions } from './webhook-contract.js'
