// Generated from packages/core/openapi/scalapay.yaml. Do not edit; run `pnpm generate`.

/** A schema of JSON Schema 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** A parameter of a request; values arrive as strings and are to be coerced before validation. */
export interface DocumentParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: JsonSchema
}

/** What the router and the validator must know of an operation. Schemas are named by `$ref` targets. */
export interface DocumentOperation {
  readonly method: 'GET' | 'POST'
  /** With its version and with `{token}` where a path parameter goes. */
  readonly path: string
  readonly auth: 'merchant' | 'device'
  readonly idempotent: boolean
  /** The group of the operation: orders, payments, in-store and so on. */
  readonly tag: string
  /** Absent when the operation takes no body. */
  readonly body?: { readonly schema: string; readonly required: boolean }
  readonly parameters: readonly DocumentParameter[]
  /** Parameters of which at least one must be given; empty when there is no such rule. */
  readonly atLeastOneOf: readonly string[]
  /** The JSON answer for each documented status and for `default`. */
  readonly answers: { readonly [status: string]: string }
}

/** The operationId of an operation. */
export type OperationId =
  | 'createOrder'
  | 'updateOrder'
  | 'findOrders'
  | 'getOrder'
  | 'delayPayment'
  | 'capturePayment'
  | 'refundPayment'
  | 'voidPayment'
  | 'captureDelayedPayment'
  | 'refundDelayedPayment'
  | 'voidDelayedPayment'
  | 'createInStoreOrder'
  | 'findInStoreOrders'
  | 'getInStoreOrder'
  | 'refundInStoreOrder'
  | 'createInStorePayByLinkOrder'
  | 'voidInStorePayByLinkOrder'
  | 'reportOrders'
  | 'reportRefunds'
  | 'reportPayouts'
  | 'reportPayoutOrders'
  | 'reportPayoutRefunds'
  | 'reportDisputes'
  | 'getConfigurations'

/**
 * Every schema of the description, under `$defs`. For Ajv: the 2020 build with `strict: true`,
 * `allowUnionTypes: true` and ajv-formats; `addSchema(schemas)`, then `getSchema(operation.body.schema)`.
 * An order that fails also gets an error with the keyword `if`, which says nothing by itself: leave it out.
 */
export const schemas: {
  readonly $id: string
  readonly $defs: { readonly [name: string]: JsonSchema }
} = {
  "$id": "scalapay",
  "$defs": {
    "Currency": {
      "type": "string",
      "minLength": 3,
      "maxLength": 3
    },
    "OrderStatus": {
      "type": "string"
    },
    "CaptureStatus": {
      "type": "string"
    },
    "CaptureResult": {
      "type": "string"
    },
    "DelayResult": {
      "type": "string"
    },
    "EligibilityFeedback": {
      "type": "string"
    },
    "PayoutStatus": {
      "type": "string"
    },
    "OrderType": {
      "type": "string"
    },
    "Product": {
      "type": "string"
    },
    "FrequencyType": {
      "type": "string",
      "minLength": 1
    },
    "NotificationChannel": {
      "type": "string",
      "minLength": 1
    },
    "NotificationLanguage": {
      "type": "string"
    },
    "DisputeStatus": {
      "type": "string"
    },
    "DisputeOpeningReason": {
      "type": "string"
    },
    "DisputeResolvingReason": {
      "type": "string"
    },
    "DisputeLiability": {
      "type": "string"
    },
    "ErrorCode": {
      "anyOf": [
        {
          "type": "string"
        },
        {
          "type": "integer"
        }
      ]
    },
    "ValidationType": {
      "type": "string"
    },
    "Amount": {
      "type": "object",
      "required": [
        "amount",
        "currency"
      ],
      "properties": {
        "amount": {
          "type": "string",
          "minLength": 1,
          "pattern": "^([0-9]+(\\.[0-9]{1,2})?)?$"
        },
        "currency": {
          "$ref": "scalapay#/$defs/Currency"
        }
      }
    },
    "Address": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string",
          "minLength": 1
        },
        "line1": {
          "type": "string",
          "minLength": 1
        },
        "line2": {
          "type": "string",
          "minLength": 1
        },
        "suburb": {
          "type": "string",
          "minLength": 1
        },
        "postcode": {
          "type": "string",
          "minLength": 1
        },
        "state": {
          "type": "string",
          "minLength": 1
        },
        "countryCode": {
          "type": "string",
          "minLength": 2,
          "maxLength": 2
        },
        "phoneNumber": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "ShippingAddress": {
      "type": "object",
      "required": [
        "phoneNumber",
        "countryCode",
        "name",
        "postcode",
        "suburb",
        "line1"
      ],
      "properties": {
        "name": {
          "type": "string",
          "minLength": 1
        },
        "line1": {
          "type": "string",
          "minLength": 1
        },
        "line2": {
          "type": "string",
          "minLength": 1
        },
        "suburb": {
          "type": "string",
          "minLength": 1
        },
        "postcode": {
          "type": "string",
          "minLength": 1
        },
        "state": {
          "type": "string",
          "minLength": 1
        },
        "countryCode": {
          "type": "string",
          "minLength": 2,
          "maxLength": 2
        },
        "phoneNumber": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "Consumer": {
      "type": "object",
      "required": [
        "givenNames",
        "surname",
        "email",
        "phoneNumber"
      ],
      "properties": {
        "givenNames": {
          "type": "string",
          "minLength": 1
        },
        "surname": {
          "type": "string",
          "minLength": 1
        },
        "email": {
          "type": "string",
          "minLength": 1
        },
        "phoneNumber": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "Item": {
      "type": "object",
      "required": [
        "name",
        "category",
        "sku",
        "quantity",
        "price"
      ],
      "properties": {
        "name": {
          "type": "string",
          "minLength": 1
        },
        "category": {
          "type": "string",
          "minLength": 1
        },
        "subcategory": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "subCategory": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "brand": {
          "type": "string",
          "minLength": 1
        },
        "gtin": {
          "type": "string",
          "minLength": 1
        },
        "sku": {
          "type": "string",
          "minLength": 1
        },
        "quantity": {
          "type": [
            "integer",
            "string"
          ],
          "minimum": 1,
          "pattern": "^[1-9][0-9]*$"
        },
        "price": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "pageUrl": {
          "type": "string",
          "minLength": 1
        },
        "imageUrl": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "Discount": {
      "type": "object",
      "properties": {
        "displayName": {
          "type": "string",
          "minLength": 1
        },
        "amount": {
          "$ref": "scalapay#/$defs/Amount"
        }
      }
    },
    "Frequency": {
      "type": "object",
      "properties": {
        "number": {
          "type": [
            "integer",
            "string"
          ],
          "minimum": 1,
          "pattern": "^[1-9][0-9]*$"
        },
        "frequencyType": {
          "$ref": "scalapay#/$defs/FrequencyType"
        }
      }
    },
    "MerchantUrls": {
      "type": "object",
      "required": [
        "redirectConfirmUrl",
        "redirectCancelUrl"
      ],
      "properties": {
        "redirectConfirmUrl": {
          "type": "string",
          "minLength": 1,
          "format": "uri"
        },
        "redirectCancelUrl": {
          "type": "string",
          "minLength": 1,
          "format": "uri"
        }
      }
    },
    "Extensions": {
      "type": "object",
      "properties": {
        "industry": {
          "$ref": "scalapay#/$defs/IndustryExtension"
        },
        "type": {
          "$ref": "scalapay#/$defs/TypeExtension"
        },
        "pluginDetails": {
          "$ref": "scalapay#/$defs/PluginDetails"
        },
        "risk": {
          "$ref": "scalapay#/$defs/RiskExtension"
        }
      },
      "additionalProperties": true
    },
    "IndustryExtension": {
      "type": "object",
      "properties": {
        "travel": {
          "$ref": "scalapay#/$defs/TravelExtension"
        },
        "checkoutAttemptDeclineCount": {
          "type": "number"
        },
        "shippingLat": {
          "type": "number"
        },
        "shippingLng": {
          "type": "number"
        }
      },
      "additionalProperties": true
    },
    "TravelExtension": {
      "type": "object",
      "required": [
        "startDate",
        "endDate"
      ],
      "properties": {
        "startDate": {
          "type": "string",
          "format": "date"
        },
        "endDate": {
          "type": "string",
          "format": "date"
        },
        "personsCount": {
          "type": "integer",
          "minimum": 1
        },
        "refundable": {
          "type": "boolean"
        },
        "transportationReservationDetails": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/TransportationReservation"
          }
        },
        "hotelReservationDetails": {
          "$ref": "scalapay#/$defs/HotelReservation"
        },
        "events": {
          "$ref": "scalapay#/$defs/TravelEvents"
        }
      },
      "additionalProperties": true
    },
    "TransportationReservation": {
      "type": "object",
      "properties": {
        "type": {
          "type": "string"
        },
        "departure": {
          "type": "string"
        },
        "arrival": {
          "type": "string"
        },
        "ticketClass": {
          "type": "string"
        },
        "ticketType": {
          "type": "string"
        },
        "loyaltyProgramme": {
          "type": "boolean"
        }
      },
      "additionalProperties": true
    },
    "HotelReservation": {
      "type": "object",
      "properties": {
        "nights": {
          "type": [
            "integer",
            "string"
          ]
        },
        "hotelName": {
          "type": "string"
        },
        "hotelCountry": {
          "type": "string"
        },
        "hotelStars": {
          "type": [
            "integer",
            "string"
          ]
        },
        "insurance": {
          "type": "boolean"
        },
        "loyaltyProgramme": {
          "type": "boolean"
        }
      },
      "additionalProperties": true
    },
    "TravelEvent": {
      "type": "object",
      "properties": {
        "eventName": {
          "type": "string"
        },
        "eventCountry": {
          "type": "string"
        },
        "category": {
          "type": "string"
        },
        "ticketType": {
          "type": "string"
        }
      },
      "additionalProperties": true
    },
    "TravelEvents": {
      "anyOf": [
        {
          "$ref": "scalapay#/$defs/TravelEvent"
        },
        {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/TravelEvent"
          }
        }
      ]
    },
    "TypeExtension": {
      "type": "object",
      "properties": {
        "link": {
          "$ref": "scalapay#/$defs/LinkExtension"
        }
      },
      "additionalProperties": true
    },
    "LinkExtension": {
      "type": "object",
      "required": [
        "notification"
      ],
      "properties": {
        "notification": {
          "$ref": "scalapay#/$defs/LinkNotification"
        }
      },
      "additionalProperties": true
    },
    "LinkNotification": {
      "type": "object",
      "required": [
        "channels"
      ],
      "properties": {
        "channels": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/NotificationChannel"
          }
        },
        "phoneCountryCode": {
          "type": "string"
        },
        "phoneNumber": {
          "type": "string"
        },
        "emailAddress": {
          "type": "string"
        },
        "preferredLanguage": {
          "$ref": "scalapay#/$defs/NotificationLanguage"
        }
      },
      "additionalProperties": true
    },
    "PluginDetails": {
      "type": "object",
      "properties": {
        "checkout": {
          "type": "string"
        },
        "platform": {
          "type": "string"
        },
        "customized": {
          "type": "string"
        },
        "pluginVersion": {
          "type": "string"
        },
        "checkoutVersion": {
          "type": "string"
        },
        "platformVersion": {
          "type": "string"
        }
      },
      "additionalProperties": true
    },
    "RiskExtension": {
      "type": "object",
      "properties": {
        "returning": {
          "type": "boolean"
        },
        "orderCountLifetime": {
          "type": "integer"
        },
        "orderCountL30d": {
          "type": "integer"
        },
        "orderCountL180d": {
          "type": "integer"
        },
        "orderCountLifetimeRefunded": {
          "type": "integer"
        },
        "orderCountL30dRefunded": {
          "type": "integer"
        },
        "paymentMethodCount": {
          "type": "integer"
        },
        "shippingAddressCount": {
          "type": "integer"
        },
        "shippingAddressUseCount": {
          "type": "integer"
        },
        "orderAmountLifetimeEur": {
          "type": "number"
        },
        "orderAmountL30dEur": {
          "type": "number"
        },
        "orderAmountLifetimeRefundedEur": {
          "type": "number"
        },
        "orderAmountL30dRefundedEur": {
          "type": "number"
        },
        "lastOrderTimestamp": {
          "type": "string"
        },
        "lastRefundTimestamp": {
          "type": "string"
        },
        "accountCreationTimestamp": {
          "type": "string"
        },
        "shippingAddressTimestamp": {
          "type": "string"
        },
        "phoneVerifiedTimestamp": {
          "type": "string"
        }
      },
      "additionalProperties": true
    },
    "CreateOrderBody": {
      "if": {
        "type": "object",
        "required": [
          "extensions"
        ],
        "properties": {
          "extensions": {
            "type": "object",
            "required": [
              "industry"
            ],
            "properties": {
              "industry": {
                "type": "object",
                "required": [
                  "travel"
                ],
                "properties": {
                  "travel": {
                    "type": "object",
                    "additionalProperties": true
                  }
                },
                "additionalProperties": true
              }
            },
            "additionalProperties": true
          }
        },
        "additionalProperties": true
      },
      "then": {
        "$ref": "scalapay#/$defs/CreateTravelOrderRequest"
      },
      "else": {
        "$ref": "scalapay#/$defs/CreateOrderRequest"
      }
    },
    "CreateOrderRequest": {
      "type": "object",
      "required": [
        "totalAmount",
        "consumer",
        "shipping",
        "items",
        "merchant"
      ],
      "properties": {
        "totalAmount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "consumer": {
          "$ref": "scalapay#/$defs/Consumer"
        },
        "billing": {
          "$ref": "scalapay#/$defs/Address"
        },
        "shipping": {
          "$ref": "scalapay#/$defs/ShippingAddress"
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/Item"
          }
        },
        "discounts": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/Discount"
          }
        },
        "merchant": {
          "$ref": "scalapay#/$defs/MerchantUrls"
        },
        "merchantReference": {
          "type": "string",
          "minLength": 1
        },
        "shippingAmount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "taxAmount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "type": {
          "$ref": "scalapay#/$defs/OrderType"
        },
        "product": {
          "$ref": "scalapay#/$defs/Product"
        },
        "frequency": {
          "$ref": "scalapay#/$defs/Frequency"
        },
        "orderExpiryMilliseconds": {
          "type": [
            "integer",
            "string"
          ],
          "minimum": 1,
          "pattern": "^[1-9][0-9]*$"
        },
        "channel": {
          "type": "string",
          "minLength": 1
        },
        "extensions": {
          "$ref": "scalapay#/$defs/Extensions"
        }
      }
    },
    "CreateTravelOrderRequest": {
      "type": "object",
      "required": [
        "totalAmount",
        "consumer",
        "merchant",
        "extensions"
      ],
      "properties": {
        "totalAmount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "consumer": {
          "$ref": "scalapay#/$defs/Consumer"
        },
        "billing": {
          "$ref": "scalapay#/$defs/Address"
        },
        "shipping": {
          "$ref": "scalapay#/$defs/Address"
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/Item"
          }
        },
        "discounts": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/Discount"
          }
        },
        "merchant": {
          "$ref": "scalapay#/$defs/MerchantUrls"
        },
        "merchantReference": {
          "type": "string",
          "minLength": 1
        },
        "shippingAmount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "taxAmount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "type": {
          "$ref": "scalapay#/$defs/OrderType"
        },
        "product": {
          "$ref": "scalapay#/$defs/Product"
        },
        "frequency": {
          "$ref": "scalapay#/$defs/Frequency"
        },
        "orderExpiryMilliseconds": {
          "type": [
            "integer",
            "string"
          ],
          "minimum": 1,
          "pattern": "^[1-9][0-9]*$"
        },
        "channel": {
          "type": "string",
          "minLength": 1
        },
        "extensions": {
          "$ref": "scalapay#/$defs/TravelOrderExtensions"
        }
      }
    },
    "TravelOrderExtensions": {
      "type": "object",
      "required": [
        "industry"
      ],
      "properties": {
        "industry": {
          "type": "object",
          "required": [
            "travel"
          ],
          "properties": {
            "travel": {
              "$ref": "scalapay#/$defs/TravelExtension"
            }
          },
          "additionalProperties": true
        },
        "type": {
          "$ref": "scalapay#/$defs/TypeExtension"
        },
        "pluginDetails": {
          "$ref": "scalapay#/$defs/PluginDetails"
        },
        "risk": {
          "$ref": "scalapay#/$defs/RiskExtension"
        }
      },
      "additionalProperties": true
    },
    "UpdateOrderRequest": {
      "type": "object",
      "properties": {
        "merchantReference": {
          "type": "string",
          "minLength": 1
        },
        "merchantProcessorReference": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "DelayRequest": {
      "type": "object",
      "required": [
        "authorizationExpiryMilliseconds"
      ],
      "properties": {
        "authorizationExpiryMilliseconds": {
          "type": "integer",
          "minimum": 1
        },
        "merchantReference": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "CaptureRequest": {
      "type": "object",
      "required": [
        "token"
      ],
      "properties": {
        "token": {
          "type": "string",
          "minLength": 1
        },
        "merchantReference": {
          "type": "string",
          "minLength": 1
        },
        "amount": {
          "$ref": "scalapay#/$defs/Amount"
        }
      }
    },
    "RefundRequest": {
      "type": "object",
      "required": [
        "refundAmount"
      ],
      "properties": {
        "refundAmount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "merchantRefundReference": {
          "type": "string",
          "minLength": 1
        },
        "merchantReference": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "VoidRequest": {
      "type": "object",
      "properties": {
        "merchantReference": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "CaptureDelayedPaymentRequest": {
      "type": "object",
      "required": [
        "amount"
      ],
      "properties": {
        "amount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "merchantReference": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "RefundDelayedPaymentRequest": {
      "type": "object",
      "required": [
        "refundAmount"
      ],
      "properties": {
        "refundAmount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "refundCapturedAmount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "merchantReference": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "CreateInStoreOrderRequest": {
      "type": "object",
      "required": [
        "totalAmount",
        "preApprovalCode",
        "requestId",
        "merchantOperatorId",
        "items",
        "merchantReference"
      ],
      "properties": {
        "totalAmount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "preApprovalCode": {
          "type": "string",
          "minLength": 1
        },
        "requestId": {
          "type": "string",
          "minLength": 1
        },
        "merchantOperatorId": {
          "type": "string",
          "minLength": 1
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/Item"
          }
        },
        "merchantReference": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "RefundInStoreOrderRequest": {
      "type": "object",
      "required": [
        "requestId",
        "merchantOperatorId",
        "refundAmount"
      ],
      "properties": {
        "requestId": {
          "type": "string",
          "minLength": 1
        },
        "merchantOperatorId": {
          "type": "string",
          "minLength": 1
        },
        "refundAmount": {
          "$ref": "scalapay#/$defs/Amount"
        }
      }
    },
    "CreateInStorePayByLinkOrderRequest": {
      "type": "object",
      "required": [
        "totalAmount"
      ],
      "properties": {
        "totalAmount": {
          "$ref": "scalapay#/$defs/Amount"
        },
        "merchantReference": {
          "type": "string",
          "minLength": 1
        },
        "type": {
          "$ref": "scalapay#/$defs/OrderType"
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/Item"
          }
        },
        "extensions": {
          "$ref": "scalapay#/$defs/Extensions"
        }
      }
    },
    "VoidInStorePayByLinkOrderRequest": {
      "type": "object",
      "properties": {
        "merchantOperatorId": {
          "type": "string",
          "minLength": 1
        },
        "requestId": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "Money": {
      "type": "object",
      "required": [
        "amount",
        "currency"
      ],
      "properties": {
        "amount": {
          "type": [
            "string",
            "number"
          ]
        },
        "currency": {
          "$ref": "scalapay#/$defs/Currency"
        }
      }
    },
    "CreateOrderResponse": {
      "type": "object",
      "required": [
        "token"
      ],
      "properties": {
        "token": {
          "type": "string"
        },
        "expires": {
          "type": "string",
          "format": "date-time"
        },
        "checkoutUrl": {
          "type": "string"
        }
      }
    },
    "UpdateOrderResponse": {
      "type": "object",
      "required": [
        "token"
      ],
      "properties": {
        "token": {
          "type": "string"
        },
        "merchantReference": {
          "type": "string"
        },
        "merchantProcessorReference": {
          "type": "string"
        }
      }
    },
    "Order": {
      "type": "object",
      "required": [
        "token",
        "status",
        "totalAmount"
      ],
      "properties": {
        "token": {
          "type": "string"
        },
        "created": {
          "type": "string",
          "format": "date-time"
        },
        "status": {
          "$ref": "scalapay#/$defs/OrderStatus"
        },
        "captureStatus": {
          "$ref": "scalapay#/$defs/CaptureStatus"
        },
        "lastEligibilityFeedback": {
          "$ref": "scalapay#/$defs/EligibilityFeedback"
        },
        "totalAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "orderDetails": {
          "$ref": "scalapay#/$defs/OrderDetails"
        }
      }
    },
    "OrderDetails": {
      "type": "object",
      "properties": {
        "totalAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "consumer": {
          "$ref": "scalapay#/$defs/OrderConsumer"
        },
        "billing": {
          "$ref": "scalapay#/$defs/OrderAddress"
        },
        "shipping": {
          "$ref": "scalapay#/$defs/OrderAddress"
        },
        "items": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/OrderItem"
          }
        },
        "discounts": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/OrderDiscount"
          }
        },
        "merchant": {
          "$ref": "scalapay#/$defs/OrderMerchantUrls"
        },
        "merchantReference": {
          "type": "string"
        },
        "shippingAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "taxAmount": {
          "$ref": "scalapay#/$defs/Money"
        }
      }
    },
    "OrderConsumer": {
      "type": "object",
      "properties": {
        "givenNames": {
          "type": "string"
        },
        "surname": {
          "type": "string"
        },
        "email": {
          "type": "string"
        },
        "phoneNumber": {
          "type": "string"
        }
      }
    },
    "OrderAddress": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string"
        },
        "line1": {
          "type": "string"
        },
        "line2": {
          "type": "string"
        },
        "suburb": {
          "type": "string"
        },
        "postcode": {
          "type": "string"
        },
        "state": {
          "type": "string"
        },
        "countryCode": {
          "type": "string"
        },
        "phoneNumber": {
          "type": "string"
        },
        "geoCode": {
          "type": "object",
          "properties": {
            "place_id": {
              "type": "string"
            }
          }
        }
      }
    },
    "OrderItem": {
      "type": "object",
      "properties": {
        "name": {
          "type": "string"
        },
        "category": {
          "type": "string"
        },
        "subcategory": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "brand": {
          "type": "string"
        },
        "gtin": {
          "type": "string"
        },
        "sku": {
          "type": "string"
        },
        "quantity": {
          "type": [
            "integer",
            "string"
          ]
        },
        "price": {
          "$ref": "scalapay#/$defs/Money"
        },
        "pageUrl": {
          "type": "string"
        },
        "imageUrl": {
          "type": "string"
        }
      }
    },
    "OrderDiscount": {
      "type": "object",
      "properties": {
        "displayName": {
          "type": "string"
        },
        "amount": {
          "$ref": "scalapay#/$defs/Money"
        }
      }
    },
    "OrderMerchantUrls": {
      "type": "object",
      "properties": {
        "redirectConfirmUrl": {
          "type": "string"
        },
        "redirectCancelUrl": {
          "type": "string"
        }
      }
    },
    "OrderReference": {
      "type": "object",
      "required": [
        "orderToken",
        "merchantOrderReference",
        "merchantProcessorReference",
        "createdAt"
      ],
      "properties": {
        "orderToken": {
          "type": "string"
        },
        "merchantOrderReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "merchantProcessorReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "createdAt": {
          "type": "string",
          "format": "date-time"
        }
      }
    },
    "OrderReferenceList": {
      "type": "array",
      "items": {
        "$ref": "scalapay#/$defs/OrderReference"
      }
    },
    "DelayResponse": {
      "type": "object",
      "required": [
        "token",
        "status"
      ],
      "properties": {
        "token": {
          "type": "string"
        },
        "status": {
          "$ref": "scalapay#/$defs/DelayResult"
        },
        "authorizationExpiryAt": {
          "type": "string",
          "format": "date-time"
        },
        "totalAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "orderDetails": {
          "$ref": "scalapay#/$defs/OrderDetails"
        }
      }
    },
    "CaptureResponse": {
      "type": "object",
      "required": [
        "token",
        "status"
      ],
      "properties": {
        "token": {
          "type": "string"
        },
        "status": {
          "$ref": "scalapay#/$defs/CaptureResult"
        },
        "totalAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "orderDetails": {
          "$ref": "scalapay#/$defs/OrderDetails"
        },
        "capturedAt": {
          "type": "string",
          "format": "date-time"
        }
      }
    },
    "RefundResponse": {
      "type": "object",
      "required": [
        "token"
      ],
      "properties": {
        "token": {
          "type": "string"
        },
        "amount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "merchantReference": {
          "type": "string"
        },
        "merchantRefundReference": {
          "type": "string"
        },
        "refundToken": {
          "type": "string"
        },
        "refundId": {
          "type": "string"
        },
        "refundedAt": {
          "type": "string",
          "format": "date-time"
        }
      }
    },
    "VoidResponse": {
      "type": "object",
      "required": [
        "token"
      ],
      "properties": {
        "token": {
          "type": "string"
        },
        "merchantReference": {
          "type": "string"
        },
        "voidedAt": {
          "type": "string",
          "format": "date-time"
        }
      }
    },
    "DelayedPayment": {
      "type": "object",
      "required": [
        "token"
      ],
      "properties": {
        "token": {
          "type": "string"
        },
        "status": {
          "$ref": "scalapay#/$defs/DelayResult"
        },
        "captureStatus": {
          "$ref": "scalapay#/$defs/CaptureStatus"
        },
        "totalAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "totalCapturedAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "openToCaptureAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "orderDetails": {
          "$ref": "scalapay#/$defs/OrderDetails"
        },
        "captures": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "amount": {
                "$ref": "scalapay#/$defs/Money"
              },
              "recordedAt": {
                "type": "string"
              }
            }
          }
        }
      }
    },
    "CreateInStoreOrderResponse": {
      "type": "object",
      "required": [
        "token",
        "status"
      ],
      "properties": {
        "requestId": {
          "type": "string"
        },
        "token": {
          "type": "string"
        },
        "status": {
          "$ref": "scalapay#/$defs/OrderStatus"
        }
      }
    },
    "InStoreOrder": {
      "type": "object",
      "required": [
        "token",
        "status"
      ],
      "properties": {
        "token": {
          "type": "string"
        },
        "status": {
          "$ref": "scalapay#/$defs/OrderStatus"
        },
        "lastEligibilityFeedback": {
          "$ref": "scalapay#/$defs/EligibilityFeedback"
        }
      }
    },
    "RefundInStoreOrderResponse": {
      "type": "object",
      "properties": {
        "requestId": {
          "type": "string"
        },
        "merchantOperatorId": {
          "type": "string"
        },
        "refundAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "token": {
          "type": "string"
        },
        "amount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "refundToken": {
          "type": "string"
        },
        "refundedAt": {
          "type": "string",
          "format": "date-time"
        }
      }
    },
    "CreateInStorePayByLinkOrderResponse": {
      "type": "object",
      "required": [
        "token"
      ],
      "properties": {
        "expires": {
          "type": "string",
          "format": "date-time"
        },
        "token": {
          "type": "string"
        },
        "checkoutUrl": {
          "type": "string"
        }
      }
    },
    "OrderReportRow": {
      "type": "object",
      "properties": {
        "storeReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "deviceReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "orderStatus": {
          "$ref": "scalapay#/$defs/OrderStatus"
        },
        "orderTokenLast4": {
          "type": "string"
        },
        "orderCreatedDate": {
          "type": "string"
        },
        "channel": {
          "type": [
            "string",
            "null"
          ]
        },
        "type": {
          "$ref": "scalapay#/$defs/OrderType"
        },
        "product": {
          "$ref": "scalapay#/$defs/Product"
        },
        "merchantReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "captureStatus": {
          "$ref": "scalapay#/$defs/CaptureStatus"
        },
        "captureAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "transferId": {
          "type": [
            "string",
            "null"
          ]
        },
        "payoutDetails": {
          "anyOf": [
            {
              "$ref": "scalapay#/$defs/PayoutDetails"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "PayoutDetails": {
      "type": "object",
      "properties": {
        "merchantPayoutToken": {
          "type": "string"
        },
        "transactionDate": {
          "type": "string"
        },
        "status": {
          "$ref": "scalapay#/$defs/PayoutStatus"
        },
        "grossAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "netAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "totalFeeAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "scalapayFeeAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "scalapayFeeTaxAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "otherFeeAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "otherFeeTaxAmount": {
          "$ref": "scalapay#/$defs/Money"
        }
      }
    },
    "OrderReportPage": {
      "type": "object",
      "required": [
        "items",
        "total",
        "page",
        "size",
        "hasMore"
      ],
      "properties": {
        "items": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/OrderReportRow"
          }
        },
        "total": {
          "type": "integer"
        },
        "page": {
          "type": "integer"
        },
        "size": {
          "type": "integer"
        },
        "hasMore": {
          "type": "boolean"
        }
      }
    },
    "RefundReportRow": {
      "type": "object",
      "properties": {
        "storeReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "deviceReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "orderStatus": {
          "$ref": "scalapay#/$defs/OrderStatus"
        },
        "orderTokenLast4": {
          "type": "string"
        },
        "orderCreatedDate": {
          "type": "string"
        },
        "channel": {
          "type": [
            "string",
            "null"
          ]
        },
        "type": {
          "$ref": "scalapay#/$defs/OrderType"
        },
        "product": {
          "$ref": "scalapay#/$defs/Product"
        },
        "merchantReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "captureStatus": {
          "$ref": "scalapay#/$defs/CaptureStatus"
        },
        "captureAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "refundAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "transferId": {
          "type": [
            "string",
            "null"
          ]
        },
        "createdAt": {
          "type": "string"
        },
        "transactionDate": {
          "type": "string"
        },
        "details": {
          "$ref": "scalapay#/$defs/PayoutRowDetails"
        },
        "payoutDetails": {
          "anyOf": [
            {
              "$ref": "scalapay#/$defs/PayoutDetails"
            },
            {
              "type": "null"
            }
          ]
        }
      }
    },
    "RefundReportPage": {
      "type": "object",
      "required": [
        "items",
        "total",
        "page",
        "size",
        "hasMore"
      ],
      "properties": {
        "items": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/RefundReportRow"
          }
        },
        "total": {
          "type": "integer"
        },
        "page": {
          "type": "integer"
        },
        "size": {
          "type": "integer"
        },
        "hasMore": {
          "type": "boolean"
        }
      }
    },
    "PayoutReportRow": {
      "type": "object",
      "required": [
        "merchantPayoutToken"
      ],
      "properties": {
        "merchantPayoutToken": {
          "type": "string"
        },
        "transactionDate": {
          "type": "string"
        },
        "totalAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "status": {
          "$ref": "scalapay#/$defs/PayoutStatus"
        }
      }
    },
    "PayoutReportPage": {
      "type": "object",
      "required": [
        "items",
        "total",
        "page",
        "size",
        "hasMore"
      ],
      "properties": {
        "items": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/PayoutReportRow"
          }
        },
        "total": {
          "type": "integer"
        },
        "page": {
          "type": "integer"
        },
        "size": {
          "type": "integer"
        },
        "hasMore": {
          "type": "boolean"
        }
      }
    },
    "PayoutRowDetails": {
      "type": "object",
      "properties": {
        "storeReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "deviceReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "grossAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "netAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "totalFeeAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "scalapayFeeAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "scalapayFeeTaxAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "otherFeeAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "otherFeeTaxAmount": {
          "$ref": "scalapay#/$defs/Money"
        }
      }
    },
    "PayoutOrderReportRow": {
      "type": "object",
      "properties": {
        "orderStatus": {
          "$ref": "scalapay#/$defs/OrderStatus"
        },
        "orderTokenLast4": {
          "type": "string"
        },
        "orderCreatedDate": {
          "type": "string"
        },
        "channel": {
          "type": [
            "string",
            "null"
          ]
        },
        "type": {
          "$ref": "scalapay#/$defs/OrderType"
        },
        "product": {
          "$ref": "scalapay#/$defs/Product"
        },
        "merchantReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "captureStatus": {
          "$ref": "scalapay#/$defs/CaptureStatus"
        },
        "captureAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "transferId": {
          "type": [
            "string",
            "null"
          ]
        },
        "details": {
          "$ref": "scalapay#/$defs/PayoutRowDetails"
        }
      }
    },
    "PayoutOrderReportPage": {
      "type": "object",
      "required": [
        "items",
        "total",
        "page",
        "size",
        "hasMore"
      ],
      "properties": {
        "items": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/PayoutOrderReportRow"
          }
        },
        "total": {
          "type": "integer"
        },
        "page": {
          "type": "integer"
        },
        "size": {
          "type": "integer"
        },
        "hasMore": {
          "type": "boolean"
        }
      }
    },
    "PayoutRefundReportRow": {
      "type": "object",
      "properties": {
        "orderTokenLast4": {
          "type": "string"
        },
        "merchantReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "refundAmount": {
          "$ref": "scalapay#/$defs/Money"
        },
        "transferId": {
          "type": [
            "string",
            "null"
          ]
        },
        "createdAt": {
          "type": "string"
        },
        "transactionDate": {
          "type": "string"
        },
        "details": {
          "$ref": "scalapay#/$defs/PayoutRowDetails"
        }
      }
    },
    "PayoutRefundReportPage": {
      "type": "object",
      "required": [
        "items",
        "total",
        "page",
        "size",
        "hasMore"
      ],
      "properties": {
        "items": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/PayoutRefundReportRow"
          }
        },
        "total": {
          "type": "integer"
        },
        "page": {
          "type": "integer"
        },
        "size": {
          "type": "integer"
        },
        "hasMore": {
          "type": "boolean"
        }
      }
    },
    "DisputeReportRow": {
      "type": "object",
      "required": [
        "disputeToken",
        "orderToken",
        "disputeStatus",
        "openingReason",
        "amountInCents",
        "currency",
        "createdAt",
        "expiresAt"
      ],
      "properties": {
        "disputeToken": {
          "type": "string"
        },
        "orderToken": {
          "type": "string"
        },
        "disputeStatus": {
          "$ref": "scalapay#/$defs/DisputeStatus"
        },
        "openingReason": {
          "$ref": "scalapay#/$defs/DisputeOpeningReason"
        },
        "amountInCents": {
          "type": "integer"
        },
        "currency": {
          "$ref": "scalapay#/$defs/Currency"
        },
        "createdAt": {
          "type": "string",
          "format": "date-time"
        },
        "expiresAt": {
          "type": "string",
          "format": "date-time"
        },
        "merchantOrderReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "merchantDisputeReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "resolvingReason": {
          "anyOf": [
            {
              "$ref": "scalapay#/$defs/DisputeResolvingReason"
            },
            {
              "type": "null"
            }
          ]
        },
        "liability": {
          "anyOf": [
            {
              "$ref": "scalapay#/$defs/DisputeLiability"
            },
            {
              "type": "null"
            }
          ]
        },
        "updatedAt": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        },
        "resolvedAt": {
          "type": [
            "string",
            "null"
          ],
          "format": "date-time"
        }
      }
    },
    "DisputeReportPage": {
      "type": "object",
      "required": [
        "items",
        "total",
        "page",
        "size",
        "hasMore"
      ],
      "properties": {
        "items": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/DisputeReportRow"
          }
        },
        "total": {
          "type": "integer"
        },
        "page": {
          "type": "integer"
        },
        "size": {
          "type": "integer"
        },
        "hasMore": {
          "type": "boolean"
        }
      }
    },
    "Configuration": {
      "type": "object",
      "properties": {
        "product": {
          "$ref": "scalapay#/$defs/Product"
        },
        "type": {
          "$ref": "scalapay#/$defs/OrderType"
        },
        "configuration": {
          "type": "object",
          "properties": {
            "minimumAmount": {
              "$ref": "scalapay#/$defs/Money"
            },
            "maximumAmount": {
              "$ref": "scalapay#/$defs/Money"
            }
          }
        }
      }
    },
    "ConfigurationList": {
      "type": "array",
      "items": {
        "$ref": "scalapay#/$defs/Configuration"
      }
    },
    "Error": {
      "type": "object",
      "required": [
        "errorCode",
        "errorId",
        "httpStatusCode"
      ],
      "properties": {
        "errorCode": {
          "$ref": "scalapay#/$defs/ErrorCode"
        },
        "errorId": {
          "type": "string"
        },
        "message": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "$ref": "scalapay#/$defs/ValidationMessage"
            }
          ]
        },
        "httpStatusCode": {
          "type": "integer"
        }
      }
    },
    "ValidationMessage": {
      "type": "object",
      "required": [
        "status",
        "statusText"
      ],
      "properties": {
        "status": {
          "type": "integer"
        },
        "statusText": {
          "type": "string"
        },
        "errors": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/ValidationProblem"
          }
        }
      }
    },
    "ValidationProblem": {
      "type": "object",
      "required": [
        "field",
        "location",
        "messages",
        "types"
      ],
      "properties": {
        "field": {
          "type": "array",
          "items": {
            "type": [
              "string",
              "integer"
            ]
          }
        },
        "location": {
          "type": "string"
        },
        "messages": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "types": {
          "type": "array",
          "items": {
            "$ref": "scalapay#/$defs/ValidationType"
          }
        }
      }
    },
    "GatewayError": {
      "type": "object",
      "required": [
        "message"
      ],
      "properties": {
        "message": {
          "type": "string"
        }
      }
    },
    "UnauthorizedAnswer": {
      "anyOf": [
        {
          "type": "string"
        },
        {
          "$ref": "scalapay#/$defs/Error"
        }
      ]
    },
    "UnexpectedAnswer": {
      "anyOf": [
        {
          "$ref": "scalapay#/$defs/Error"
        },
        {
          "$ref": "scalapay#/$defs/GatewayError"
        },
        {
          "type": "string"
        }
      ]
    },
    "WebhookEvent": {
      "type": "object",
      "required": [
        "merchantReference",
        "totalAmount",
        "status",
        "orderToken"
      ],
      "properties": {
        "merchantReference": {
          "type": [
            "string",
            "null"
          ]
        },
        "totalAmount": {
          "anyOf": [
            {
              "type": "number"
            },
            {
              "$ref": "scalapay#/$defs/Money"
            }
          ]
        },
        "status": {
          "$ref": "scalapay#/$defs/OrderStatus"
        },
        "orderToken": {
          "type": "string"
        },
        "orderDetails": {
          "$ref": "scalapay#/$defs/OrderDetails"
        }
      }
    }
  }
}

/** Every operation of the description, by its operationId. */
export const operations: { readonly [id in OperationId]: DocumentOperation } = {
  "createOrder": {
    "method": "POST",
    "path": "/v2/orders",
    "auth": "merchant",
    "idempotent": true,
    "tag": "orders",
    "body": {
      "schema": "scalapay#/$defs/CreateOrderBody",
      "required": true
    },
    "parameters": [
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/CreateOrderResponse",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "409": "scalapay#/$defs/Error",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "updateOrder": {
    "method": "POST",
    "path": "/v2/orders/{token}",
    "auth": "merchant",
    "idempotent": true,
    "tag": "orders",
    "body": {
      "schema": "scalapay#/$defs/UpdateOrderRequest",
      "required": true
    },
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/UpdateOrderResponse",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "409": "scalapay#/$defs/Error",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "findOrders": {
    "method": "GET",
    "path": "/v2/payments/references",
    "auth": "merchant",
    "idempotent": false,
    "tag": "orders",
    "parameters": [
      {
        "name": "orderToken",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      {
        "name": "merchantOrderReference",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      {
        "name": "merchantProcessorReference",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [
      "orderToken",
      "merchantOrderReference",
      "merchantProcessorReference"
    ],
    "answers": {
      "200": "scalapay#/$defs/OrderReferenceList",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "getOrder": {
    "method": "GET",
    "path": "/v2/payments/{token}",
    "auth": "merchant",
    "idempotent": false,
    "tag": "orders",
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/Order",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "422": "scalapay#/$defs/Error",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "delayPayment": {
    "method": "POST",
    "path": "/v2/payments/{token}/delay",
    "auth": "merchant",
    "idempotent": true,
    "tag": "payments",
    "body": {
      "schema": "scalapay#/$defs/DelayRequest",
      "required": false
    },
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/DelayResponse",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "409": "scalapay#/$defs/Error",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "capturePayment": {
    "method": "POST",
    "path": "/v2/payments/capture",
    "auth": "merchant",
    "idempotent": true,
    "tag": "payments",
    "body": {
      "schema": "scalapay#/$defs/CaptureRequest",
      "required": true
    },
    "parameters": [
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/CaptureResponse",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "409": "scalapay#/$defs/Error",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "refundPayment": {
    "method": "POST",
    "path": "/v2/payments/{token}/refund",
    "auth": "merchant",
    "idempotent": true,
    "tag": "payments",
    "body": {
      "schema": "scalapay#/$defs/RefundRequest",
      "required": true
    },
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/RefundResponse",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "409": "scalapay#/$defs/Error",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "voidPayment": {
    "method": "POST",
    "path": "/v2/payments/{token}/void",
    "auth": "merchant",
    "idempotent": true,
    "tag": "payments",
    "body": {
      "schema": "scalapay#/$defs/VoidRequest",
      "required": false
    },
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/VoidResponse",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "409": "scalapay#/$defs/Error",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "captureDelayedPayment": {
    "method": "POST",
    "path": "/v2/payments/{token}/delay/capture",
    "auth": "merchant",
    "idempotent": false,
    "tag": "multi-capture",
    "body": {
      "schema": "scalapay#/$defs/CaptureDelayedPaymentRequest",
      "required": true
    },
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/DelayedPayment",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "409": "scalapay#/$defs/Error",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "refundDelayedPayment": {
    "method": "POST",
    "path": "/v2/payments/{token}/delay/refund",
    "auth": "merchant",
    "idempotent": false,
    "tag": "multi-capture",
    "body": {
      "schema": "scalapay#/$defs/RefundDelayedPaymentRequest",
      "required": true
    },
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/DelayedPayment",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "409": "scalapay#/$defs/Error",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "voidDelayedPayment": {
    "method": "POST",
    "path": "/v2/payments/{token}/delay/void",
    "auth": "merchant",
    "idempotent": false,
    "tag": "multi-capture",
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/DelayedPayment",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "409": "scalapay#/$defs/Error",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "createInStoreOrder": {
    "method": "POST",
    "path": "/v1/instore/orders",
    "auth": "device",
    "idempotent": false,
    "tag": "in-store",
    "body": {
      "schema": "scalapay#/$defs/CreateInStoreOrderRequest",
      "required": true
    },
    "parameters": [],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/CreateInStoreOrderResponse",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "findInStoreOrders": {
    "method": "GET",
    "path": "/v1/instore/orders/references",
    "auth": "device",
    "idempotent": false,
    "tag": "in-store",
    "parameters": [
      {
        "name": "orderToken",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      {
        "name": "merchantOrderReference",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      {
        "name": "merchantProcessorReference",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [
      "orderToken",
      "merchantOrderReference",
      "merchantProcessorReference"
    ],
    "answers": {
      "200": "scalapay#/$defs/OrderReferenceList",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "getInStoreOrder": {
    "method": "GET",
    "path": "/v1/instore/orders/{token}",
    "auth": "device",
    "idempotent": false,
    "tag": "in-store",
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/InStoreOrder",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "refundInStoreOrder": {
    "method": "POST",
    "path": "/v1/instore/orders/{token}/refund",
    "auth": "device",
    "idempotent": false,
    "tag": "in-store",
    "body": {
      "schema": "scalapay#/$defs/RefundInStoreOrderRequest",
      "required": true
    },
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/RefundInStoreOrderResponse",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "createInStorePayByLinkOrder": {
    "method": "POST",
    "path": "/v2/instore/paybylink/orders",
    "auth": "device",
    "idempotent": false,
    "tag": "pay-by-link",
    "body": {
      "schema": "scalapay#/$defs/CreateInStorePayByLinkOrderRequest",
      "required": true
    },
    "parameters": [],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/CreateInStorePayByLinkOrderResponse",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "voidInStorePayByLinkOrder": {
    "method": "POST",
    "path": "/v2/instore/paybylink/orders/{token}/void",
    "auth": "device",
    "idempotent": false,
    "tag": "pay-by-link",
    "body": {
      "schema": "scalapay#/$defs/VoidInStorePayByLinkOrderRequest",
      "required": false
    },
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/VoidResponse",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "reportOrders": {
    "method": "GET",
    "path": "/v1/reporting/orders",
    "auth": "merchant",
    "idempotent": false,
    "tag": "reporting",
    "parameters": [
      {
        "name": "startDate",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "format": "date"
        }
      },
      {
        "name": "endDate",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "format": "date"
        }
      },
      {
        "name": "page",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 0,
          "default": 0
        }
      },
      {
        "name": "size",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 0,
          "maximum": 5000,
          "default": 5000
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/OrderReportPage",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "reportRefunds": {
    "method": "GET",
    "path": "/v1/reporting/refunds",
    "auth": "merchant",
    "idempotent": false,
    "tag": "reporting",
    "parameters": [
      {
        "name": "startDate",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "format": "date"
        }
      },
      {
        "name": "endDate",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "format": "date"
        }
      },
      {
        "name": "page",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 0,
          "default": 0
        }
      },
      {
        "name": "size",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 0,
          "maximum": 5000,
          "default": 5000
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/RefundReportPage",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "reportPayouts": {
    "method": "GET",
    "path": "/v1/reporting/payouts",
    "auth": "merchant",
    "idempotent": false,
    "tag": "reporting",
    "parameters": [
      {
        "name": "startDate",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "format": "date"
        }
      },
      {
        "name": "endDate",
        "in": "query",
        "required": false,
        "schema": {
          "type": "string",
          "format": "date"
        }
      },
      {
        "name": "page",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 0,
          "default": 0
        }
      },
      {
        "name": "size",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 0,
          "maximum": 5000,
          "default": 5000
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/PayoutReportPage",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "reportPayoutOrders": {
    "method": "GET",
    "path": "/v1/reporting/payouts/{token}/orders",
    "auth": "merchant",
    "idempotent": false,
    "tag": "reporting",
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      {
        "name": "page",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 0,
          "default": 0
        }
      },
      {
        "name": "size",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 0,
          "maximum": 5000,
          "default": 5000
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/PayoutOrderReportPage",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "reportPayoutRefunds": {
    "method": "GET",
    "path": "/v1/reporting/payouts/{token}/refunds",
    "auth": "merchant",
    "idempotent": false,
    "tag": "reporting",
    "parameters": [
      {
        "name": "token",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      {
        "name": "page",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 0,
          "default": 0
        }
      },
      {
        "name": "size",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 0,
          "maximum": 5000,
          "default": 5000
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/PayoutRefundReportPage",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "reportDisputes": {
    "method": "GET",
    "path": "/v1/reporting/disputes",
    "auth": "merchant",
    "idempotent": false,
    "tag": "reporting",
    "parameters": [
      {
        "name": "startDate",
        "in": "query",
        "required": true,
        "schema": {
          "type": "string",
          "format": "date"
        }
      },
      {
        "name": "endDate",
        "in": "query",
        "required": true,
        "schema": {
          "type": "string",
          "format": "date"
        }
      },
      {
        "name": "disputeStatus",
        "in": "query",
        "required": false,
        "schema": {
          "$ref": "scalapay#/$defs/DisputeStatus"
        }
      },
      {
        "name": "page",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 0,
          "default": 0
        }
      },
      {
        "name": "size",
        "in": "query",
        "required": false,
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 100,
          "default": 20
        }
      }
    ],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/DisputeReportPage",
      "400": "scalapay#/$defs/Error",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "500": "scalapay#/$defs/Error",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  },
  "getConfigurations": {
    "method": "GET",
    "path": "/v3/configurations",
    "auth": "merchant",
    "idempotent": false,
    "tag": "configurations",
    "parameters": [],
    "atLeastOneOf": [],
    "answers": {
      "200": "scalapay#/$defs/ConfigurationList",
      "401": "scalapay#/$defs/UnauthorizedAnswer",
      "default": "scalapay#/$defs/UnexpectedAnswer"
    }
  }
}
