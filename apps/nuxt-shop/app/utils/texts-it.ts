import type { Texts } from './texts'

/** What the pages say, in Italian. */
export const italian: Texts = {
  brand: 'Corner Store',
  skip: 'Vai al contenuto',
  cart: 'Carrello',
  holds: 'contiene',
  otherLanguage: 'English',
  demo: 'Un negozio dimostrativo di scalapay-kit, che non è ufficiale né affiliato a Scalapay. Qui non si vende nulla.',

  products: 'Due belle cose da indossare',
  productsLead: 'Paga tutto più tardi, in tre rate, con Scalapay.',
  descriptions: {
    '12341234': 'Cotone pesante, taglio dritto, lavata una volta perché mantenga la taglia.',
    '12341235': 'Denim grezzo, vita alta, cinque tasche. Più bello ogni anno.',
  },
  offers: { '10% Off': '10% di sconto' },
  addToCart: 'Aggiungi al carrello',

  emptyCart: 'Il carrello è vuoto',
  emptyCartLead: 'Puoi scegliere tra una T-shirt e un paio di jeans.',
  seeShop: 'Vai al negozio',
  yourCart: 'Il tuo carrello',
  each: 'al pezzo',
  quantityOf: 'Quantità di',
  update: 'Aggiorna',
  remove: 'Togli',
  goods: 'Articoli',
  shipping: 'Spedizione',
  total: 'Totale',
  includedTax: 'IVA inclusa',
  pay: 'Paga in 3 rate con Scalapay',

  checkout: 'Cassa',
  where: 'Dove lo spediamo?',
  givenNames: 'Nome',
  surname: 'Cognome',
  email: 'E-mail',
  phoneNumber: 'Telefono, con prefisso internazionale',
  line1: 'Via e numero civico',
  postcode: 'CAP',
  suburb: 'Città',
  countryCode: 'Paese',
  notOpened:
    'Non è stato possibile aprire il pagamento di Scalapay. Non ti è stato addebitato nulla: riprova tra poco.',
  opening: 'Apriamo Scalapay …',

  order: 'Il tuo ordine',
  paid: 'Pagato',
  bought: 'Che cosa hai comprato',
  whereTo: 'Dove lo spediamo',
  refunds: 'Rimborsi',
  refund: 'Rimborsa',
  refundedSoFar: 'Rimborsato finora:',
  amountAtMost: 'Importo in euro, al massimo',
  nothingLeft: 'Non resta nulla da rimborsare.',
  backOffice: 'In un negozio vero questo pulsante sta nel back office.',
  checkAgain: 'Controlla di nuovo',
  sending: 'in invio',
  unknown: 'in verifica',
  done: 'rimborsato',
  live: 'Questa pagina si aggiorna da sola.',

  lost: 'Qui non c’è nulla',
  lostLead: 'L’indirizzo è sbagliato, oppure ciò a cui portava non c’è più.',
  broken: 'Qualcosa da parte nostra è andato storto',
  brokenLead: 'Se hai appena pagato, il tuo ordine è salvo: non pagare di nuovo.',
  unknownPayment: 'Non conosciamo questo pagamento',
  unknownPaymentLead:
    'L’indirizzo è incompleto o è di un altro negozio. Se hai pagato, cerca la nostra pagina nella finestra in cui hai ordinato.',

  notices: {
    'paid-now': 'Grazie. Il pagamento è andato a buon fine e stiamo preparando il pacco.',
    'already-paid':
      'Grazie. Questo ordine è già pagato, e paghi una volta sola anche se torni qui.',
    refunded: 'Il rimborso è in arrivo.',
    'refund-under-way': 'Questo rimborso è già in invio. Guarda di nuovo tra poco.',
  },
  problems: {
    'refund-refused': 'Scrivi un importo maggiore di 0 e fino a quanto resta, per esempio 19,90.',
    'refund-failed':
      'Scalapay non ha confermato il rimborso. Quello che è in verifica si può controllare di nuovo; nulla viene rimborsato due volte.',
  },
  actions: {
    continue: 'Torna a Scalapay',
    'look-again': 'Guarda di nuovo',
    'pay-again': 'Riprova',
    cart: 'Al carrello',
    shop: 'Al negozio',
  },
  states: {
    cancelled: {
      title: 'Hai lasciato il pagamento',
      text: 'Non ti è stato addebitato nulla e il carrello è come l’hai lasciato.',
    },
    pending: {
      title: 'Il pagamento non è ancora confermato',
      text: 'Scalapay non ha ancora la tua conferma. Se l’hai appena data, tra poco si vedrà qui.',
    },
    checking: {
      title: 'Stiamo verificando il pagamento',
      text: 'La risposta di Scalapay non ci è arrivata. Non pagare di nuovo: il tuo ordine è salvo.',
    },
    declined: {
      title: 'Scalapay ha rifiutato il pagamento',
      text: 'Non ti è stato addebitato nulla e il carrello è come l’hai lasciato. Il negozio non conosce il motivo. Puoi riprovare, magari con un’altra carta.',
    },
    expired: {
      title: 'Il pagamento è scaduto',
      text: 'Un pagamento resta aperto solo per un certo tempo. Non ti è stato addebitato nulla e il carrello è come l’hai lasciato.',
    },
    voided: {
      title: 'Il pagamento è stato annullato',
      text: 'Per questo ordine non paghi nulla, e non verrà spedito.',
    },
    changed: {
      title: 'Il carrello è cambiato',
      text: 'È cambiato dopo l’apertura del pagamento, quindi l’importo non era più giusto. Non abbiamo preso denaro. Guarda il carrello e paga di nuovo.',
    },
    busy: {
      title: 'Un altro pagamento per questo carrello è in corso',
      text: 'Non ne prendiamo un secondo prima di sapere come è finito il primo.',
    },
    'paid-elsewhere': {
      title: 'Questo carrello è già pagato',
      text: 'L’hai pagato in un’altra finestra. Questo secondo pagamento non è stato preso.',
    },
  },
}
