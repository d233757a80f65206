// Generated from openapi/scalapay.yaml. Do not edit; run `pnpm generate`.

export interface paths {
    "/v2/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an order
         * @description Creates an order and answers with the `checkoutUrl` to send the shopper to. Nothing is charged yet.
         *
         *     Traps: the published specification declares no `Request-Idempotency` header here, although the key is
         *     accepted. `merchantReference` is not unique. `merchantProcessorReference` cannot be set here, only by an
         *     update. Never build the checkout URL yourself. An order above the contract's maximum answers
         *     `order_amount_exceeds_maximum_limit`.
         *
         *     The body is a `CreateOrderRequest`, or a `CreateTravelOrderRequest` when `extensions.industry.travel` is
         *     there. This is written as if/then/else and not as anyOf, so that a validator reports what is wrong with
         *     the one form that was meant, and not every fault of both.
         */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/orders/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the references of an order
         * @description Only references can be changed, never amounts or items.
         *
         *     Trap: leaving `merchantReference` out removes the stored one. Send it again when you change only the
         *     processor reference.
         */
        post: operations["updateOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/payments/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find orders by reference
         * @description Answers a bare array of at most 100 rows, newest first, with no way to see more. At least one parameter is
         *     required; several are combined with AND. One `merchantReference` may belong to several orders.
         */
        get: operations["findOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/payments/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an order
         * @description The state of one order. There is no captured amount, no refunded amount and no list of refunds in it: the
         *     merchant must keep the refundable balance.
         *
         *     Traps: the top-level `totalAmount.amount` is a JSON number on the real service while the amounts inside
         *     `orderDetails` are strings. An unknown token answers 422, not 404, and the message does not name it. The
         *     published specification gives this answer no schema; its fields are taken from the examples.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/payments/{token}/delay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep the authorisation open
         * @description Only after the shopper has authorised. Fixes the shopper's schedule, settles nothing; capture before
         *     `authorizationExpiryAt`, or the authorisation is voided by itself.
         *
         *     The specification requires the body, but the official PHP SDK sends none and the service accepts that.
         */
        post: operations["delayPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/payments/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Capture an authorised order
         * @description Takes the money. The token travels in the body, not in the path.
         *
         *     Traps: HTTP 200 is not success by itself, `status` must be `APPROVED`. A partial capture is final for the
         *     rest as far as documented; several captures of one order need the multi-capture calls.
         */
        post: operations["capturePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/payments/{token}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund a captured order, in part or in full
         * @description Partial and repeated refunds are allowed; there is no shorthand for "everything". A refund cannot be taken
         *     back. An order that is not captured yet is voided instead.
         *
         *     Trap: `refundToken` is the constant `pre_transfer` in the specification's example. Never use it as a key.
         */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/payments/{token}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release an authorisation
         * @description Before capture only. Scalapay tells the shopper that the order could not be fulfilled. No webhook status is
         *     documented for it, and what a read answers afterwards is not published.
         */
        post: operations["voidPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/payments/{token}/delay/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Capture a part of a delayed order
         * @description Capturing the whole remainder closes the order. The documentation's body could not be recovered: its fields
         *     are inferred. No idempotency header is documented for it.
         */
        post: operations["captureDelayedPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/payments/{token}/delay/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lower the total of a delayed order
         * @description Takes `refundAmount` off the order's total; `refundCapturedAmount` of it comes back from money already
         *     captured. The order closes once the total equals what is captured. No idempotency header is documented.
         */
        post: operations["refundDelayedPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/payments/{token}/delay/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a delayed order with what was captured
         * @description Confirms what was captured and releases the rest. No body and no idempotency header are documented.
         */
        post: operations["voidDelayedPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instore/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create and charge an in-store order
         * @description Creates the order and charges it in one step, with the barcode that the shopper shows.
         *
         *     Trap: there is no idempotency header. After a lost answer, look the order up by its reference before
         *     anything else. Scalapay's text also names `v2/instore/orders`; the path is v1.
         */
        post: operations["createInStoreOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instore/orders/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find in-store orders by reference
         * @description The same rules as for online orders: a bare array, at most 100 rows, newest first, one parameter at least,
         *     several combined with AND.
         */
        get: operations["findInStoreOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instore/orders/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an in-store order
         * @description Answers only the token and the state; no amount is given.
         */
        get: operations["getInStoreOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instore/orders/{token}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund an in-store order
         * @description Trap: there is no idempotency header and no refund reference. The specification's example echoes the
         *     request; an older page answers like an online refund. Both sets of fields are optional here.
         */
        post: operations["refundInStoreOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instore/paybylink/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a payment link in a shop
         * @description Takes no consumer, no shipping address and no redirect URLs. The device key, not the merchant key.
         *
         *     Traps: there is no idempotency header. How long the link lives differs between pages (10 minutes in store);
         *     trust `expires`.
         */
        post: operations["createInStorePayByLinkOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instore/paybylink/orders/{token}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void a payment link made in a shop
         * @description There is no idempotency header.
         */
        post: operations["voidInStorePayByLinkOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reporting/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report orders
         * @description Orders by the date of their bank transaction. Order tokens are masked: join on `merchantReference`.
         *
         *     Traps: `payoutDetails` is null until settled. Gross equal to net with a fee that is not zero means that fees
         *     are billed at the end of the month, so never assert net = gross - fees. `orderCreatedDate` has no time zone.
         */
        get: operations["reportOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reporting/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report refunds
         * @description Trap: the specification's example is a copy of the orders example and has no `refundAmount`, so the true row
         *     is uncertain. Expect either form; every field is optional.
         */
        get: operations["reportRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reporting/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report payouts
         * @description The transfers to the merchant's bank account. Read their rows with the two calls below.
         */
        get: operations["reportPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reporting/payouts/{token}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report the orders of a payout
         * @description An unknown payout token answers 400 `pre_condition_failed`.
         */
        get: operations["reportPayoutOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reporting/payouts/{token}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report the refunds of a payout
         * @description Fees are negative here. An unknown payout token answers 400 `pre_condition_failed`.
         */
        get: operations["reportPayoutRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reporting/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report disputes
         * @description In the specification, but missing from the published list of reporting calls. Unlike its neighbours it
         *     requires both dates, gives at most 100 rows a page, shows order tokens unmasked and counts money in cents.
         */
        get: operations["reportDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/configurations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the limits of the contract
         * @description One row for each product. Seen in the official PHP SDK since 3.1.0 and on the sandbox, absent from the
         *     specification. The v1 and v2 forms are deprecated and not described here.
         */
        get: operations["getConfigurations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    orderStatusChanged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Scalapay tells the merchant that an order changed
         * @description Sent to the one listener URL of the merchant's portal. Exactly HTTP 200 counts as received; anything else is
         *     sent again with growing pauses. Order of arrival is not guaranteed, there is no event id, and the raw bytes
         *     are what is signed. Read the order again before acting on money.
         */
        post: operations["receiveWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description ISO 4217. Only EUR is supported. */
        Currency: "EUR" | (string & {});
        /**
         * @description The state of an order in reads, reports and webhooks. What a read answers before the shopper authorises is
         *     not published: accept both `created` and `pending`. Compare case-insensitively.
         */
        OrderStatus: ("created" | "pending" | "authorized" | "charged" | "refunded" | "expired") | (string & {});
        /**
         * @description Whether the money was taken. `pending` is also seen on an expired order that was never captured, `voided`
         *     on an expired order in reports.
         */
        CaptureStatus: ("pending" | "delayed" | "captured" | "voided") | (string & {});
        /**
         * @description Only `APPROVED` means that the money was captured; anything else, even with HTTP 200, means that it was not.
         *     Upper case here, unlike the status of reads. Other values are not published.
         */
        CaptureResult: "APPROVED" | (string & {});
        /** @description Upper case here, unlike the status of reads. */
        DelayResult: "AUTHORIZED" | (string & {});
        /** @description Why the shopper was refused. The one known value comes with status `expired`. */
        EligibilityFeedback: "DECLINED_FRAUD" | (string & {});
        PayoutStatus: "processed" | (string & {});
        /** @description How the order is paid. `link` needs `extensions.type.link`. */
        OrderType: ("" | "online" | "offline" | "link") | (string & {});
        /** @description Which plan the shopper is offered. Empty or absent lets Scalapay decide by the contract. */
        Product: ("" | "pay-in-3" | "pay-in-4" | "later") | (string & {});
        /** @description Official plugins send `monthly` for pay in 3 and 4, and `daily` for pay later. */
        FrequencyType: ("monthly" | "daily") | (string & {});
        /** @description Older documents also list `push` and `qrcode`. */
        NotificationChannel: ("email" | "sms") | (string & {});
        /** @description Empty by default. Older documents used codes such as `IT`. */
        NotificationLanguage: ("" | "english" | "italiano" | "francais" | "deutsch" | "espanol" | "dutch" | "suomi" | "portuguese") | (string & {});
        DisputeStatus: ("open" | "processing" | "won" | "lost" | "closed") | (string & {});
        DisputeOpeningReason: ("credit_not_processed" | "duplicate" | "fraudulent" | "general" | "product_not_received" | "product_unacceptable" | "subscription_canceled" | "unrecognized_payment") | (string & {});
        DisputeResolvingReason: ("customer_canceled" | "evidence_accepted" | "evidence_deadline_expired" | "evidence_rejected" | "merchant_accepted" | "resolution_deadline_expired") | (string & {});
        DisputeLiability: ("pending" | "merchant" | "scalapay") | (string & {});
        /** @description Decide on this and on the HTTP status, never on the message. A number in one older sample. */
        ErrorCode: ("api_validationerror" | "pre_condition_failed" | "conflicting_operation_in_progress" | "invalid_token" | "internal_server" | "order_amount_exceeds_maximum_limit" | "unauthorized" | "invalid_json") | (string & {}) | number;
        /** @description The rule that was broken, in the words of the Joi library. */
        ValidationType: ("any.required" | "any.empty") | (string & {});
        /** @description Money in a request. */
        Amount: {
            /**
             * @description Major units as a string, a dot and two decimals, such as `187.95`. Official plugins also send `104`;
             *     more than two decimals are refused here by assumption.
             */
            amount: string;
            currency: components["schemas"]["Currency"];
        };
        /** @description A billing address. No field is required by itself. */
        Address: {
            name?: string;
            line1?: string;
            line2?: string;
            /** @description The city. */
            suburb?: string;
            postcode?: string;
            state?: string;
            /** @description ISO 3166 alpha-2. The length of two was observed on the real service. */
            countryCode?: string;
            /** @description With the country code. */
            phoneNumber?: string;
        };
        ShippingAddress: {
            name: string;
            line1: string;
            line2?: string;
            /** @description The city. */
            suburb: string;
            postcode: string;
            state?: string;
            /** @description ISO 3166 alpha-2. The length of two was observed on the real service. */
            countryCode: string;
            /** @description With the country code. */
            phoneNumber: string;
        };
        Consumer: {
            givenNames: string;
            surname: string;
            /** @description Syntactically valid and without stray spaces. */
            email: string;
            /** @description No format is published. */
            phoneNumber: string;
        };
        /** @description One line of the cart. Prices need not add up to the total. */
        Item: {
            name: string;
            category: string;
            subcategory?: string[];
            /** @description How the PHP SDK and the PrestaShop module spell `subcategory`. Prefer the documented name. */
            subCategory?: string[];
            brand?: string;
            /** @description UPC, EAN, JAN, ISBN or ITF-14. */
            gtin?: string;
            sku: string;
            /** @description Official plugins also send it as a string of digits. */
            quantity: number;
            /** @description Of one piece. */
            price: components["schemas"]["Amount"];
            pageUrl?: string;
            imageUrl?: string;
        };
        Discount: {
            displayName?: string;
            amount?: components["schemas"]["Amount"];
        };
        /**
         * @description The rhythm of the payments, for pay later. The specification says to leave it out for pay in 3 and 4, yet
         *     its examples send it; both work.
         */
        Frequency: {
            /** @description An integer; the specification's examples send it as a string of digits. */
            number?: number;
            frequencyType?: components["schemas"]["FrequencyType"];
        };
        /** @description Where the shopper returns to. Scalapay appends `orderToken` and `status` to the query, unsigned. */
        MerchantUrls: {
            /** Format: uri */
            redirectConfirmUrl: string;
            /** Format: uri */
            redirectCancelUrl: string;
        };
        /** @description Further facts about the order. Open, because Scalapay accepts more than it documents. */
        Extensions: {
            industry?: components["schemas"]["IndustryExtension"];
            type?: components["schemas"]["TypeExtension"];
            pluginDetails?: components["schemas"]["PluginDetails"];
            risk?: components["schemas"]["RiskExtension"];
        } & {
            [key: string]: unknown;
        };
        IndustryExtension: {
            travel?: components["schemas"]["TravelExtension"];
            checkoutAttemptDeclineCount?: number;
            shippingLat?: number;
            shippingLng?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description The trip. The documentation requires both dates of travel merchants; they lie after the order's creation. */
        TravelExtension: {
            /** Format: date */
            startDate: string;
            /** Format: date */
            endDate: string;
            personsCount?: number;
            refundable?: boolean;
            transportationReservationDetails?: components["schemas"]["TransportationReservation"][];
            hotelReservationDetails?: components["schemas"]["HotelReservation"];
            events?: components["schemas"]["TravelEvents"];
        } & {
            [key: string]: unknown;
        };
        TransportationReservation: {
            type?: ("air" | "train" | "bus" | "ferry") | (string & {});
            departure?: string;
            arrival?: string;
            ticketClass?: ("economy" | "premium_economy" | "business" | "first" | "other") | (string & {});
            ticketType?: ("one_way" | "return" | "other") | (string & {});
            loyaltyProgramme?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description Seen in the PHP SDK without types; the obvious ones are assumed, numbers also as strings. */
        HotelReservation: {
            nights?: number;
            hotelName?: string;
            hotelCountry?: string;
            hotelStars?: number;
            insurance?: boolean;
            loyaltyProgramme?: boolean;
        } & {
            [key: string]: unknown;
        };
        TravelEvent: {
            eventName?: string;
            eventCountry?: string;
            category?: ("concert" | "club" | "festival" | "experience" | "other") | (string & {});
            ticketType?: ("singleuse" | "subscription") | (string & {});
        } & {
            [key: string]: unknown;
        };
        /** @description Whether one event or a list is meant is not recorded; both are accepted. */
        TravelEvents: components["schemas"]["TravelEvent"] | components["schemas"]["TravelEvent"][];
        TypeExtension: {
            link?: components["schemas"]["LinkExtension"];
        } & {
            [key: string]: unknown;
        };
        /** @description How the shopper gets the payment link. Needed when the order's `type` is `link`. */
        LinkExtension: {
            notification: components["schemas"]["LinkNotification"];
        } & {
            [key: string]: unknown;
        };
        LinkNotification: {
            channels: components["schemas"]["NotificationChannel"][];
            /** @description Such as `+39`; needed when `sms` is a channel. */
            phoneCountryCode?: string;
            /** @description The national number; needed when `sms` is a channel. */
            phoneNumber?: string;
            /** @description Needed when `email` is a channel. */
            emailAddress?: string;
            preferredLanguage?: components["schemas"]["NotificationLanguage"];
        } & {
            [key: string]: unknown;
        };
        /** @description What software the shop runs. Older official plugins put it at the root of the order. */
        PluginDetails: {
            checkout?: string;
            platform?: string;
            /** @description `0` or `1`. */
            customized?: string;
            pluginVersion?: string;
            checkoutVersion?: string;
            platformVersion?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The shopper's history with the shop. Timestamps are `YYYY-MM-DD HH:mm:ss` without a zone. */
        RiskExtension: {
            returning?: boolean;
            orderCountLifetime?: number;
            orderCountL30d?: number;
            orderCountL180d?: number;
            orderCountLifetimeRefunded?: number;
            orderCountL30dRefunded?: number;
            paymentMethodCount?: number;
            shippingAddressCount?: number;
            shippingAddressUseCount?: number;
            /** @description Major units, a plain number. */
            orderAmountLifetimeEur?: number;
            /** @description Major units, a plain number. */
            orderAmountL30dEur?: number;
            /** @description Major units, a plain number. */
            orderAmountLifetimeRefundedEur?: number;
            /** @description Major units, a plain number. */
            orderAmountL30dRefundedEur?: number;
            lastOrderTimestamp?: string;
            lastRefundTimestamp?: string;
            accountCreationTimestamp?: string;
            shippingAddressTimestamp?: string;
            phoneVerifiedTimestamp?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A travel order when `extensions.industry.travel` is there, else an ordinary one. See the operation for why
         *     this is if/then/else.
         */
        CreateOrderBody: components["schemas"]["CreateOrderRequest"] | components["schemas"]["CreateTravelOrderRequest"];
        CreateOrderRequest: {
            totalAmount: components["schemas"]["Amount"];
            consumer: components["schemas"]["Consumer"];
            billing?: components["schemas"]["Address"];
            shipping: components["schemas"]["ShippingAddress"];
            items: components["schemas"]["Item"][];
            discounts?: components["schemas"]["Discount"][];
            merchant: components["schemas"]["MerchantUrls"];
            /** @description Your order id. Not unique on Scalapay's side. Can be set later by an update. */
            merchantReference?: string;
            shippingAmount?: components["schemas"]["Amount"];
            taxAmount?: components["schemas"]["Amount"];
            type?: components["schemas"]["OrderType"];
            product?: components["schemas"]["Product"];
            frequency?: components["schemas"]["Frequency"];
            /**
             * @description Milliseconds. The one clock covers the shopper's time and the capture; 2400000 (40 minutes) when left
             *     out, the ceiling is set by contract. An official plugin sends it as a string.
             */
            orderExpiryMilliseconds?: number;
            /** @description `travel` in the travel examples. */
            channel?: string;
            extensions?: components["schemas"]["Extensions"];
        };
        /**
         * @description An order of a travel merchant, told by `extensions.industry.travel`. Shipping and items are left out; an
         *     older page sends an empty shipping address.
         */
        CreateTravelOrderRequest: {
            totalAmount: components["schemas"]["Amount"];
            consumer: components["schemas"]["Consumer"];
            billing?: components["schemas"]["Address"];
            shipping?: components["schemas"]["Address"];
            items?: components["schemas"]["Item"][];
            discounts?: components["schemas"]["Discount"][];
            merchant: components["schemas"]["MerchantUrls"];
            /** @description Your order id. Not unique on Scalapay's side. Can be set later by an update. */
            merchantReference?: string;
            shippingAmount?: components["schemas"]["Amount"];
            taxAmount?: components["schemas"]["Amount"];
            type?: components["schemas"]["OrderType"];
            product?: components["schemas"]["Product"];
            frequency?: components["schemas"]["Frequency"];
            /** @description Milliseconds, as in an ordinary order. */
            orderExpiryMilliseconds?: number;
            /** @description `travel`. */
            channel?: string;
            extensions: components["schemas"]["TravelOrderExtensions"];
        };
        TravelOrderExtensions: {
            industry: {
                travel: components["schemas"]["TravelExtension"];
            } & {
                [key: string]: unknown;
            };
            type?: components["schemas"]["TypeExtension"];
            pluginDetails?: components["schemas"]["PluginDetails"];
            risk?: components["schemas"]["RiskExtension"];
        } & {
            [key: string]: unknown;
        };
        UpdateOrderRequest: {
            /** @description Your order id. Leaving it out removes the stored one. */
            merchantReference?: string;
            /** @description The payment processor's id. */
            merchantProcessorReference?: string;
        };
        DelayRequest: {
            /**
             * @description Milliseconds. 432000000 (5 days) is the documented default, more by contract; a reseller documents
             *     60000 to 2160000000.
             */
            authorizationExpiryMilliseconds: number;
            merchantReference?: string;
        };
        CaptureRequest: {
            token: string;
            /** @description Also updates the order. */
            merchantReference?: string;
            /** @description At most the order's total. Everything when left out. */
            amount?: components["schemas"]["Amount"];
        };
        RefundRequest: {
            refundAmount: components["schemas"]["Amount"];
            merchantRefundReference?: string;
            merchantReference?: string;
        };
        VoidRequest: {
            merchantReference?: string;
        };
        CaptureDelayedPaymentRequest: {
            amount: components["schemas"]["Amount"];
            merchantReference?: string;
        };
        RefundDelayedPaymentRequest: {
            refundAmount: components["schemas"]["Amount"];
            /** @description The part of the refund that comes back from money already captured. */
            refundCapturedAmount?: components["schemas"]["Amount"];
            merchantReference?: string;
        };
        CreateInStoreOrderRequest: {
            /** @description At most what the shopper reserved, at least 5 EUR. */
            totalAmount: components["schemas"]["Amount"];
            /** @description The shopper's barcode; valid for 10 minutes. */
            preApprovalCode: string;
            /** @description A unique id of the request. */
            requestId: string;
            /** @description Who is at the till. */
            merchantOperatorId: string;
            items: components["schemas"]["Item"][];
            /** @description Required here, unlike online. */
            merchantReference: string;
        };
        RefundInStoreOrderRequest: {
            requestId: string;
            merchantOperatorId: string;
            refundAmount: components["schemas"]["Amount"];
        };
        CreateInStorePayByLinkOrderRequest: {
            totalAmount: components["schemas"]["Amount"];
            merchantReference?: string;
            type?: components["schemas"]["OrderType"];
            items?: components["schemas"]["Item"][];
            extensions?: components["schemas"]["Extensions"];
        };
        VoidInStorePayByLinkOrderRequest: {
            merchantOperatorId?: string;
            requestId?: string;
        };
        /**
         * @description Money in an answer. On the wire a string (once with a comma, by mistake of an example) or a number; the
         *     client always gives a string with a dot and two decimals.
         */
        Money: {
            /** @description Major units, two decimals. */
            amount: string;
            currency: components["schemas"]["Currency"];
        };
        CreateOrderResponse: {
            token: string;
            /**
             * Format: date-time
             * @description Trust this and not a documented lifetime.
             */
            expires?: string;
            /** @description Send the shopper here. */
            checkoutUrl?: string;
        };
        UpdateOrderResponse: {
            token: string;
            /** @description Only if it was sent. */
            merchantReference?: string;
            /** @description Only if it was sent. */
            merchantProcessorReference?: string;
        };
        /** @description Which fields are always there is not published; those required here are in every recorded answer. */
        Order: {
            token: string;
            /** Format: date-time */
            created?: string;
            status: components["schemas"]["OrderStatus"];
            captureStatus?: components["schemas"]["CaptureStatus"];
            lastEligibilityFeedback?: components["schemas"]["EligibilityFeedback"];
            totalAmount: components["schemas"]["Money"];
            orderDetails?: components["schemas"]["OrderDetails"];
        };
        /** @description What the order was created with. Every field is optional, because no schema is published. */
        OrderDetails: {
            totalAmount?: components["schemas"]["Money"];
            consumer?: components["schemas"]["OrderConsumer"];
            billing?: components["schemas"]["OrderAddress"];
            shipping?: components["schemas"]["OrderAddress"];
            items?: components["schemas"]["OrderItem"][];
            discounts?: components["schemas"]["OrderDiscount"][];
            merchant?: components["schemas"]["OrderMerchantUrls"];
            merchantReference?: string;
            shippingAmount?: components["schemas"]["Money"];
            taxAmount?: components["schemas"]["Money"];
        };
        OrderConsumer: {
            givenNames?: string;
            surname?: string;
            email?: string;
            phoneNumber?: string;
        };
        OrderAddress: {
            name?: string;
            line1?: string;
            line2?: string;
            /** @description The city. */
            suburb?: string;
            postcode?: string;
            state?: string;
            countryCode?: string;
            phoneNumber?: string;
            /** @description Added by Scalapay to the shipping address. */
            geoCode?: {
                place_id?: string;
            };
        };
        OrderItem: {
            name?: string;
            category?: string;
            subcategory?: string[];
            brand?: string;
            gtin?: string;
            sku?: string;
            /** @description As it was sent. */
            quantity?: number | string;
            price?: components["schemas"]["Money"];
            pageUrl?: string;
            imageUrl?: string;
        };
        OrderDiscount: {
            displayName?: string;
            amount?: components["schemas"]["Money"];
        };
        OrderMerchantUrls: {
            redirectConfirmUrl?: string;
            redirectCancelUrl?: string;
        };
        OrderReference: {
            orderToken: string;
            /** @description Null is assumed to be possible, because an order may have no reference. */
            merchantOrderReference: string | null;
            merchantProcessorReference: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        OrderReferenceList: components["schemas"]["OrderReference"][];
        DelayResponse: {
            token: string;
            status: components["schemas"]["DelayResult"];
            /**
             * Format: date-time
             * @description Capture before this.
             */
            authorizationExpiryAt?: string;
            totalAmount?: components["schemas"]["Money"];
            orderDetails?: components["schemas"]["OrderDetails"];
        };
        CaptureResponse: {
            token: string;
            status: components["schemas"]["CaptureResult"];
            totalAmount?: components["schemas"]["Money"];
            orderDetails?: components["schemas"]["OrderDetails"];
            /**
             * Format: date-time
             * @description Absent in older documents.
             */
            capturedAt?: string;
        };
        RefundResponse: {
            token: string;
            amount?: components["schemas"]["Money"];
            merchantReference?: string;
            merchantRefundReference?: string;
            /** @description May be the constant `pre_transfer`; never a key. */
            refundToken?: string;
            /** @description What answers of 2019 had instead of `refundToken`. */
            refundId?: string;
            /** Format: date-time */
            refundedAt?: string;
        };
        VoidResponse: {
            token: string;
            merchantReference?: string;
            /** Format: date-time */
            voidedAt?: string;
        };
        /** @description A delayed order after a multi-capture call. Amounts are numbers on the wire. */
        DelayedPayment: {
            token: string;
            status?: components["schemas"]["DelayResult"];
            captureStatus?: components["schemas"]["CaptureStatus"];
            totalAmount?: components["schemas"]["Money"];
            totalCapturedAmount?: components["schemas"]["Money"];
            /** @description Absent after `delay/void`. */
            openToCaptureAmount?: components["schemas"]["Money"];
            orderDetails?: components["schemas"]["OrderDetails"];
            /** @description Absent after `delay/refund`. */
            captures?: {
                amount?: components["schemas"]["Money"];
                recordedAt?: string;
            }[];
        };
        /** @description From the specification's example; no schema is published. */
        CreateInStoreOrderResponse: {
            requestId?: string;
            token: string;
            status: components["schemas"]["OrderStatus"];
        };
        /** @description From the specification's example; no schema is published. */
        InStoreOrder: {
            token: string;
            status: components["schemas"]["OrderStatus"];
            lastEligibilityFeedback?: components["schemas"]["EligibilityFeedback"];
        };
        /** @description The echo of the specification's example, or the fields of an older page. */
        RefundInStoreOrderResponse: {
            requestId?: string;
            merchantOperatorId?: string;
            refundAmount?: components["schemas"]["Money"];
            token?: string;
            amount?: components["schemas"]["Money"];
            refundToken?: string;
            /** Format: date-time */
            refundedAt?: string;
        };
        CreateInStorePayByLinkOrderResponse: {
            /**
             * Format: date-time
             * @description Trust this and not a documented lifetime.
             */
            expires?: string;
            token: string;
            /** @description The link. */
            checkoutUrl?: string;
        };
        OrderReportRow: {
            storeReference?: string | null;
            deviceReference?: string | null;
            orderStatus?: components["schemas"]["OrderStatus"];
            /** @description Six asterisks and the last four characters of the token. */
            orderTokenLast4?: string;
            /** @description ISO 8601 without a zone; the zone is not published. */
            orderCreatedDate?: string;
            channel?: string | null;
            type?: components["schemas"]["OrderType"];
            product?: components["schemas"]["Product"];
            merchantReference?: string | null;
            captureStatus?: components["schemas"]["CaptureStatus"];
            captureAmount?: components["schemas"]["Money"];
            /** @description Begins with `tr_`. */
            transferId?: string | null;
            /** @description Null until settled. */
            payoutDetails?: components["schemas"]["PayoutDetails"] | null;
        };
        PayoutDetails: {
            merchantPayoutToken?: string;
            /** @description ISO 8601 without a zone; the zone is not published. */
            transactionDate?: string;
            status?: components["schemas"]["PayoutStatus"];
            grossAmount?: components["schemas"]["Money"];
            netAmount?: components["schemas"]["Money"];
            totalFeeAmount?: components["schemas"]["Money"];
            scalapayFeeAmount?: components["schemas"]["Money"];
            scalapayFeeTaxAmount?: components["schemas"]["Money"];
            otherFeeAmount?: components["schemas"]["Money"];
            otherFeeTaxAmount?: components["schemas"]["Money"];
        };
        OrderReportPage: {
            items: components["schemas"]["OrderReportRow"][];
            total: number;
            page: number;
            size: number;
            /** @description Stop reading when false. */
            hasMore: boolean;
        };
        /** @description The row of an order, or the row of a payout's refund; which one is not certain. */
        RefundReportRow: {
            storeReference?: string | null;
            deviceReference?: string | null;
            orderStatus?: components["schemas"]["OrderStatus"];
            /** @description Six asterisks and the last four characters of the token. */
            orderTokenLast4?: string;
            /** @description ISO 8601 without a zone; the zone is not published. */
            orderCreatedDate?: string;
            channel?: string | null;
            type?: components["schemas"]["OrderType"];
            product?: components["schemas"]["Product"];
            merchantReference?: string | null;
            captureStatus?: components["schemas"]["CaptureStatus"];
            captureAmount?: components["schemas"]["Money"];
            refundAmount?: components["schemas"]["Money"];
            /** @description Begins with `trr_` for a refund. */
            transferId?: string | null;
            createdAt?: string;
            transactionDate?: string;
            details?: components["schemas"]["PayoutRowDetails"];
            /** @description Null until settled. */
            payoutDetails?: components["schemas"]["PayoutDetails"] | null;
        };
        RefundReportPage: {
            items: components["schemas"]["RefundReportRow"][];
            total: number;
            page: number;
            size: number;
            /** @description Stop reading when false. */
            hasMore: boolean;
        };
        PayoutReportRow: {
            merchantPayoutToken: string;
            /** @description ISO 8601 without a zone; the zone is not published. */
            transactionDate?: string;
            totalAmount?: components["schemas"]["Money"];
            status?: components["schemas"]["PayoutStatus"];
        };
        PayoutReportPage: {
            items: components["schemas"]["PayoutReportRow"][];
            total: number;
            page: number;
            size: number;
            /** @description Stop reading when false. */
            hasMore: boolean;
        };
        PayoutRowDetails: {
            storeReference?: string | null;
            deviceReference?: string | null;
            grossAmount?: components["schemas"]["Money"];
            netAmount?: components["schemas"]["Money"];
            totalFeeAmount?: components["schemas"]["Money"];
            scalapayFeeAmount?: components["schemas"]["Money"];
            scalapayFeeTaxAmount?: components["schemas"]["Money"];
            otherFeeAmount?: components["schemas"]["Money"];
            otherFeeTaxAmount?: components["schemas"]["Money"];
        };
        PayoutOrderReportRow: {
            orderStatus?: components["schemas"]["OrderStatus"];
            /** @description Six asterisks and the last four characters of the token. */
            orderTokenLast4?: string;
            /** @description ISO 8601 without a zone; the zone is not published. */
            orderCreatedDate?: string;
            channel?: string | null;
            type?: components["schemas"]["OrderType"];
            product?: components["schemas"]["Product"];
            merchantReference?: string | null;
            captureStatus?: components["schemas"]["CaptureStatus"];
            captureAmount?: components["schemas"]["Money"];
            /** @description Begins with `tr_`. */
            transferId?: string | null;
            details?: components["schemas"]["PayoutRowDetails"];
        };
        PayoutOrderReportPage: {
            items: components["schemas"]["PayoutOrderReportRow"][];
            total: number;
            page: number;
            size: number;
            /** @description Stop reading when false. */
            hasMore: boolean;
        };
        PayoutRefundReportRow: {
            /** @description Six asterisks and the last four characters of the token. */
            orderTokenLast4?: string;
            merchantReference?: string | null;
            refundAmount?: components["schemas"]["Money"];
            /** @description Begins with `trr_`. */
            transferId?: string | null;
            createdAt?: string;
            transactionDate?: string;
            details?: components["schemas"]["PayoutRowDetails"];
        };
        PayoutRefundReportPage: {
            items: components["schemas"]["PayoutRefundReportRow"][];
            total: number;
            page: number;
            size: number;
            /** @description Stop reading when false. */
            hasMore: boolean;
        };
        DisputeReportRow: {
            disputeToken: string;
            /** @description Unmasked here. */
            orderToken: string;
            disputeStatus: components["schemas"]["DisputeStatus"];
            openingReason: components["schemas"]["DisputeOpeningReason"];
            /** @description Minor units. */
            amountInCents: number;
            currency: components["schemas"]["Currency"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            merchantOrderReference?: string | null;
            merchantDisputeReference?: string | null;
            resolvingReason?: components["schemas"]["DisputeResolvingReason"] | null;
            liability?: components["schemas"]["DisputeLiability"] | null;
            /** Format: date-time */
            updatedAt?: string | null;
            /** Format: date-time */
            resolvedAt?: string | null;
        };
        DisputeReportPage: {
            items: components["schemas"]["DisputeReportRow"][];
            total: number;
            page: number;
            size: number;
            /** @description Stop reading when false. */
            hasMore: boolean;
        };
        Configuration: {
            product?: components["schemas"]["Product"];
            type?: components["schemas"]["OrderType"];
            configuration?: {
                minimumAmount?: components["schemas"]["Money"];
                maximumAmount?: components["schemas"]["Money"];
            };
        };
        ConfigurationList: components["schemas"]["Configuration"][];
        /** @description The usual envelope. `errorId` is what Scalapay's support asks for. */
        Error: {
            errorCode: components["schemas"]["ErrorCode"];
            errorId: string;
            /**
             * @description A text, or an object after a failed validation, or absent. Its wording changes: for people, not for
             *     decisions.
             */
            message?: string | components["schemas"]["ValidationMessage"];
            httpStatusCode: number;
        };
        ValidationMessage: {
            status: number;
            statusText: string;
            /** @description Absent in some recorded answers. */
            errors?: components["schemas"]["ValidationProblem"][];
        };
        ValidationProblem: {
            /** @description The path to the field, names and array indexes, such as `["items", 0, "quantity"]`. */
            field: (string | number)[];
            /** @description `body` in every sample. */
            location: string;
            messages: string[];
            types: components["schemas"]["ValidationType"][];
        };
        /** @description What the gateway in front of Scalapay answers by itself. */
        GatewayError: {
            message: string;
        };
        UnauthorizedAnswer: string | components["schemas"]["Error"];
        UnexpectedAnswer: components["schemas"]["Error"] | components["schemas"]["GatewayError"] | string;
        /**
         * @description Four fields are constant; more may be there for `created` and `refunded`. There is no event id and no event
         *     time, and two partial refunds may send identical bodies.
         */
        WebhookEvent: {
            /** @description Null by assumption when the order has none. */
            merchantReference: string | null;
            /** @description Major units, a bare number without a currency. One community test models an object. */
            totalAmount: number | components["schemas"]["Money"];
            status: components["schemas"]["OrderStatus"];
            /** @description Named `token` everywhere else. */
            orderToken: string;
            /** @description Documented for `created`. */
            orderDetails?: components["schemas"]["OrderDetails"];
        };
    };
    responses: {
        /** @description The request is wrong. A validation failure lists its problems in `message.errors`. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The dates, the page or the payout token are wrong. */
        ReportingBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description The key is missing, malformed, of the wrong kind or of another environment.
         *
         *     Trap: the body is not the error envelope. It is the JSON string `"Unauthorized"`, or the bare text
         *     Unauthorized labelled as JSON, which no JSON parser accepts. Older documents name an envelope.
         */
        Unauthorized: {
            headers: {
                "x-amzn-RequestId": components["headers"]["AmznRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnauthorizedAnswer"];
            };
        };
        /** @description Another operation on this order is running. Wait, then repeat with the same idempotency key. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The token belongs to no order of this merchant. */
        InvalidToken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Scalapay failed. The documented example has no `message`. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description Any other status, none of them documented (403, 404, 405, 408, 422, 429, 500, 502, 503, 504): the envelope,
         *     the gateway's `{ message }`, a JSON string, HTML, or nothing at all.
         */
        Unexpected: {
            headers: {
                "x-amzn-RequestId": components["headers"]["AmznRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnexpectedAnswer"];
                "text/html": string;
            };
        };
    };
    parameters: {
        /**
         * @description Makes a repeated request safe: the same key answers with the first result. How long keys are kept, their
         *     length, their scope and what happens to another body under the same key are not published.
         */
        IdempotencyKey: string;
        /** @description The order's token. Opaque. */
        OrderToken: string;
        /** @description The payout's `merchantPayoutToken`. Opaque. */
        PayoutToken: string;
        /** @description The order's token. */
        OrderTokenQuery: string;
        /** @description The `merchantReference` that the order was given. */
        MerchantOrderReferenceQuery: string;
        /** @description The payment processor's reference that the order was given by an update. */
        MerchantProcessorReferenceQuery: string;
        /** @description First day, `YYYY-MM-DD`. Today when left out. */
        ReportStartDate: string;
        /** @description Last day, `YYYY-MM-DD`; not before `startDate`. Today when left out. */
        ReportEndDate: string;
        /** @description Page number, from 0. */
        ReportPage: number;
        /** @description Rows a page. The answer's `size` may differ from what was asked. */
        ReportSize: number;
    };
    requestBodies: never;
    headers: {
        /** @description Present, and `true`, when the answer comes from the idempotency store. Absent otherwise. */
        RequestIdempotency: "true";
        /** @description The gateway's own id of the request, worth logging. */
        AmznRequestId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a repeated request safe: the same key answers with the first result. How long keys are kept, their
                 *     length, their scope and what happens to another body under the same key are not published.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrderBody"];
            };
        };
        responses: {
            /** @description The order exists and waits for the shopper. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateOrderResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a repeated request safe: the same key answers with the first result. How long keys are kept, their
                 *     length, their scope and what happens to another body under the same key are not published.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The order's token. Opaque. */
                token: components["parameters"]["OrderToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrderRequest"];
            };
        };
        responses: {
            /** @description The references now stored. */
            200: {
                headers: {
                    "Request-Idempotency": components["headers"]["RequestIdempotency"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateOrderResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    findOrders: {
        parameters: {
            query?: {
                /** @description The order's token. */
                orderToken?: components["parameters"]["OrderTokenQuery"];
                /** @description The `merchantReference` that the order was given. */
                merchantOrderReference?: components["parameters"]["MerchantOrderReferenceQuery"];
                /** @description The payment processor's reference that the order was given by an update. */
                merchantProcessorReference?: components["parameters"]["MerchantProcessorReferenceQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The orders found, possibly none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderReferenceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's token. Opaque. */
                token: components["parameters"]["OrderToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["InvalidToken"];
            default: components["responses"]["Unexpected"];
        };
    };
    delayPayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a repeated request safe: the same key answers with the first result. How long keys are kept, their
                 *     length, their scope and what happens to another body under the same key are not published.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The order's token. Opaque. */
                token: components["parameters"]["OrderToken"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DelayRequest"];
            };
        };
        responses: {
            /** @description The authorisation is kept open. */
            200: {
                headers: {
                    "Request-Idempotency": components["headers"]["RequestIdempotency"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelayResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    capturePayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a repeated request safe: the same key answers with the first result. How long keys are kept, their
                 *     length, their scope and what happens to another body under the same key are not published.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaptureRequest"];
            };
        };
        responses: {
            /** @description The service has decided; read `status`. */
            200: {
                headers: {
                    "Request-Idempotency": components["headers"]["RequestIdempotency"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a repeated request safe: the same key answers with the first result. How long keys are kept, their
                 *     length, their scope and what happens to another body under the same key are not published.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The order's token. Opaque. */
                token: components["parameters"]["OrderToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description The refund is accepted. */
            200: {
                headers: {
                    "Request-Idempotency": components["headers"]["RequestIdempotency"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    voidPayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a repeated request safe: the same key answers with the first result. How long keys are kept, their
                 *     length, their scope and what happens to another body under the same key are not published.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The order's token. Opaque. */
                token: components["parameters"]["OrderToken"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VoidRequest"];
            };
        };
        responses: {
            /** @description The authorisation is released. */
            200: {
                headers: {
                    "Request-Idempotency": components["headers"]["RequestIdempotency"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoidResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    captureDelayedPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's token. Opaque. */
                token: components["parameters"]["OrderToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaptureDelayedPaymentRequest"];
            };
        };
        responses: {
            /** @description What is captured and what is still open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelayedPayment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    refundDelayedPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's token. Opaque. */
                token: components["parameters"]["OrderToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundDelayedPaymentRequest"];
            };
        };
        responses: {
            /** @description The order with its lower total. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelayedPayment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    voidDelayedPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's token. Opaque. */
                token: components["parameters"]["OrderToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The closed order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelayedPayment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    createInStoreOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInStoreOrderRequest"];
            };
        };
        responses: {
            /** @description The order is charged. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateInStoreOrderResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    findInStoreOrders: {
        parameters: {
            query?: {
                /** @description The order's token. */
                orderToken?: components["parameters"]["OrderTokenQuery"];
                /** @description The `merchantReference` that the order was given. */
                merchantOrderReference?: components["parameters"]["MerchantOrderReferenceQuery"];
                /** @description The payment processor's reference that the order was given by an update. */
                merchantProcessorReference?: components["parameters"]["MerchantProcessorReferenceQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The orders found, possibly none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderReferenceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    getInStoreOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's token. Opaque. */
                token: components["parameters"]["OrderToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InStoreOrder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    refundInStoreOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's token. Opaque. */
                token: components["parameters"]["OrderToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundInStoreOrderRequest"];
            };
        };
        responses: {
            /** @description The refund is accepted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundInStoreOrderResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    createInStorePayByLinkOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInStorePayByLinkOrderRequest"];
            };
        };
        responses: {
            /** @description The link exists. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateInStorePayByLinkOrderResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    voidInStorePayByLinkOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's token. Opaque. */
                token: components["parameters"]["OrderToken"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VoidInStorePayByLinkOrderRequest"];
            };
        };
        responses: {
            /** @description The link is void. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoidResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    reportOrders: {
        parameters: {
            query?: {
                /** @description First day, `YYYY-MM-DD`. Today when left out. */
                startDate?: components["parameters"]["ReportStartDate"];
                /** @description Last day, `YYYY-MM-DD`; not before `startDate`. Today when left out. */
                endDate?: components["parameters"]["ReportEndDate"];
                /** @description Page number, from 0. */
                page?: components["parameters"]["ReportPage"];
                /** @description Rows a page. The answer's `size` may differ from what was asked. */
                size?: components["parameters"]["ReportSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderReportPage"];
                };
            };
            400: components["responses"]["ReportingBadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    reportRefunds: {
        parameters: {
            query?: {
                /** @description First day, `YYYY-MM-DD`. Today when left out. */
                startDate?: components["parameters"]["ReportStartDate"];
                /** @description Last day, `YYYY-MM-DD`; not before `startDate`. Today when left out. */
                endDate?: components["parameters"]["ReportEndDate"];
                /** @description Page number, from 0. */
                page?: components["parameters"]["ReportPage"];
                /** @description Rows a page. The answer's `size` may differ from what was asked. */
                size?: components["parameters"]["ReportSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of refunds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundReportPage"];
                };
            };
            400: components["responses"]["ReportingBadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    reportPayouts: {
        parameters: {
            query?: {
                /** @description First day, `YYYY-MM-DD`. Today when left out. */
                startDate?: components["parameters"]["ReportStartDate"];
                /** @description Last day, `YYYY-MM-DD`; not before `startDate`. Today when left out. */
                endDate?: components["parameters"]["ReportEndDate"];
                /** @description Page number, from 0. */
                page?: components["parameters"]["ReportPage"];
                /** @description Rows a page. The answer's `size` may differ from what was asked. */
                size?: components["parameters"]["ReportSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of payouts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutReportPage"];
                };
            };
            400: components["responses"]["ReportingBadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    reportPayoutOrders: {
        parameters: {
            query?: {
                /** @description Page number, from 0. */
                page?: components["parameters"]["ReportPage"];
                /** @description Rows a page. The answer's `size` may differ from what was asked. */
                size?: components["parameters"]["ReportSize"];
            };
            header?: never;
            path: {
                /** @description The payout's `merchantPayoutToken`. Opaque. */
                token: components["parameters"]["PayoutToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the payout's orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutOrderReportPage"];
                };
            };
            400: components["responses"]["ReportingBadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    reportPayoutRefunds: {
        parameters: {
            query?: {
                /** @description Page number, from 0. */
                page?: components["parameters"]["ReportPage"];
                /** @description Rows a page. The answer's `size` may differ from what was asked. */
                size?: components["parameters"]["ReportSize"];
            };
            header?: never;
            path: {
                /** @description The payout's `merchantPayoutToken`. Opaque. */
                token: components["parameters"]["PayoutToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the payout's refunds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutRefundReportPage"];
                };
            };
            400: components["responses"]["ReportingBadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    reportDisputes: {
        parameters: {
            query: {
                /** @description First day, `YYYY-MM-DD`. */
                startDate: string;
                /** @description Last day, `YYYY-MM-DD`; not before `startDate`. */
                endDate: string;
                /** @description Only disputes in this state. */
                disputeStatus?: components["schemas"]["DisputeStatus"];
                /** @description Page number, from 0. */
                page?: number;
                /** @description Rows a page, at most 100. */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of disputes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeReportPage"];
                };
            };
            400: components["responses"]["ReportingBadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["ServerError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getConfigurations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The products of the contract. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    receiveWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description Lower-case hex HMAC-SHA-256 with the merchant key over `V1:`, the timestamp header, `:` and the raw body. */
                "x-scalapay-hmac-v1": string;
                /** @description When it was signed, in milliseconds since 1970. */
                "x-scalapay-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEvent"];
            };
        };
        responses: {
            /** @description Received. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not received; Scalapay will send it again. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
